package io.askwell.readiness.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.application.AdvocateSearch;
import io.askwell.readiness.application.Held;
import io.askwell.readiness.domain.Advocate;
import io.askwell.readiness.domain.AdvocateHistogram;
import io.askwell.readiness.domain.AdvocateScore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class InstancesOverHttpTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Advocate ADVOCATE = new Advocate("C\n7", new AdvocateScore(715));

    private final StandInInstance one = StandInInstance.start();
    private final StandInInstance another = StandInInstance.start();
    private final InstanceClient client = new InstanceClient(Duration.ofMillis(500));
    private final InstancesOverHttp instances =
            new InstancesOverHttp(() -> Set.of(one.address(), another.address()), client, JSON);

    @BeforeEach
    void start() {
        StandInInstance.callAs("token-of-rep-7");
    }

    @AfterEach
    void stop() {
        StandInInstance.callAsNobody();
        client.close();
        one.close();
        another.close();
    }

    @Test
    void everyInstanceSaysWhatItHolds() {
        var some = new Held<>(Set.of(0, 2), new AdvocateHistogram(new TreeMap<>(Map.of(new AdvocateScore(715), 3L))));
        var none = new Held<>(Set.of(1), AdvocateHistogram.EMPTY);
        one.answers(200, "application/json", "{\"partitions\":[0,2],\"customers\":{\"715\":3}}");
        another.answers(200, "application/json", "{\"partitions\":[1],\"customers\":{}}");

        assertThat(instances.histograms()).containsExactlyInAnyOrder(some, none);
        assertThat(one.lastHeader("Authorization")).isEqualTo("Bearer token-of-rep-7");
    }

    @Test
    void advocatesAreReadAsTheyAreTold() {
        var held = new Held<>(Set.of(0), List.of(ADVOCATE));
        var told = JSON.writeValueAsString(HeldAdvocatesView.of(held));
        one.answers(200, "application/json", told);
        another.answers(200, "application/json", told);

        assertThat(instances.advocates(new AdvocateSearch(new AdvocateScore(700), ADVOCATE, 8)))
                .containsExactly(held, held);
        assertThat(one.lastPath())
                .isEqualTo("/v1/instance/advocates?lowestTenths=700&most=8&cursor=" + AdvocateCursor.of(ADVOCATE));
        assertThat(AdvocateCursor.parse(AdvocateCursor.of(ADVOCATE).toString())).isEqualTo(ADVOCATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "503 | {}",
                "401 | {}",
                "200 | not JSON",
                "200 | {}",
                "200 | {\"partitions\":[0],\"customers\":{},\"scores\":[]}"
            })
    void whoCannotSayIsLeftOut(int status, String body) {
        one.answers(status, "application/json", body);
        another.answers(200, "application/json", "{\"partitions\":[1],\"customers\":{}}");

        assertThat(instances.histograms()).containsExactly(new Held<>(Set.of(1), AdvocateHistogram.EMPTY));
    }

    @Test
    void whoIsSilentIsLeftOut() {
        one.isSilent();
        another.answers(200, "application/json", "{\"partitions\":[1],\"customers\":{}}");

        assertThat(instances.histograms()).hasSize(1);
    }
}
