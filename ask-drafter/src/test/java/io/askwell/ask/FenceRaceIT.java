package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.Race.Outcome;
import io.askwell.ask.Race.Tally;
import io.askwell.ask.application.ReleaseFence;
import io.askwell.local.product.LoneService;
import io.askwell.local.product.Service;
import io.askwell.local.server.FreePorts;
import io.askwell.local.server.Installation;
import io.askwell.local.server.LocalServer;
import io.askwell.local.server.RunningServer;
import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * The release fence with the real scorer as its own process, killed in the middle of the races and started again. More pairs
 * than the build takes the time for: {@code -Daskwell.race.pairs=1000}.
 */
class FenceRaceIT {

    private static final Logger log = LoggerFactory.getLogger(FenceRaceIT.class);
    private static final int PAIRS = Integer.getInteger("askwell.race.pairs", 100);
    private static final int PAIRS_OF_A_ROUND = 100;
    private static final int PAIRS_WITHOUT_THE_FENCE = 50;

    private static final ServiceDatabase DATABASE = SharedServers.freshDatabase("ask_drafter");

    private static OwnBroker broker;
    private static RunningServer<LocalServer> scorer;

    @BeforeAll
    static void start(@TempDir Path directory) {
        broker = OwnBroker.start(directory);
        var settings = Map.of(
                "ASKWELL_KAFKA", broker.bootstrapServers(),
                "ASKWELL_REGISTRY", SharedServers.registryUrl(),
                "ASKWELL_STATE_DIR", directory.resolve("state").toString(),
                "ASKWELL_TOKEN_KEY", SharedServers.tokens().publicKeyLocation());
        scorer = RunningServer.start(LoneService.of(
                        Installation.ofThisBuild(),
                        Service.READINESS_SCORER,
                        directory.resolve("scorer"),
                        FreePorts.next(),
                        settings)
                .server());
    }

    @AfterAll
    static void stop() {
        scorer.kill();
        broker.close();
    }

    @Test
    void noAskLeavesThatWasApprovedAfterAComplaintHadBeenAccepted() {
        var outcomes = new ArrayList<Outcome>();
        try (var drafter = RunningDrafter.on(DATABASE, broker.bootstrapServers(), SharedServers.registryUrl());
                var race = new Race(broker, drafter, 1)) {
            for (int round = 0; outcomes.size() < PAIRS; round++) {
                int pairs = Math.min(PAIRS_OF_A_ROUND, PAIRS - outcomes.size());
                outcomes.addAll(race.run("fenced-" + round + "-", pairs, FenceRaceIT::killAndRestartTheScorer));
            }
        }

        var tally = Tally.of(outcomes);
        log.info("With the fence: {}", tally);
        assertThat(tally.leaked()).isZero();
        assertThat(outcomes).extracting(Outcome::askStatus).containsOnly("released", "withdrawn");
        assertThat(tally.stopped()).isPositive();
    }

    @Test
    void withoutTheFenceAsksLeak() {
        try (var drafter = RunningDrafter.on(
                        DATABASE, broker.bootstrapServers(), SharedServers.registryUrl(), NoFence.class);
                var race = new Race(broker, drafter, 2)) {
            var tally = Tally.of(race.run("unfenced-", PAIRS_WITHOUT_THE_FENCE, FenceRaceIT::killAndRestartTheScorer));

            log.info("Without the fence: {}", tally);
            assertThat(tally.leaked()).isPositive();
        }
    }

    private static void killAndRestartTheScorer() {
        scorer.kill();
        scorer.restart();
    }

    /** Exists in this test alone: no setting switches the fence off. */
    @Configuration(proxyBeanMethods = false)
    static class NoFence {

        @Bean
        @Primary
        ReleaseFence openGate() {
            return new OpenGate();
        }
    }
}
