package io.askwell.local.product;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.FreePorts;
import io.askwell.local.server.Installation;
import io.askwell.local.server.Processes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** One product, started once with real servers; every test leaves it running as it found it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductIT {

    private static final int OFFSET = 21_300;

    private Installation installation;
    private Product product;

    @BeforeAll
    void startOnce(@TempDir Path scratch) throws IOException {
        var real = Installation.ofThisBuild();
        installation = new Installation(scratch.resolve("local-stack/target"));
        Files.createDirectories(installation.root());
        for (var part : List.of("lib", "registry", "postgresql")) {
            Files.createSymbolicLink(
                    installation.root().resolve(part), real.root().resolve(part));
        }
        for (var service : Service.values()) {
            StandInService.install(scratch, service);
        }
        product = new Product(installation, new DataDirectory(scratch.resolve("data")), new Ports(OFFSET));

        assertThat(start(product)).containsEntry(Startup.PROVISIONING, Step.Kind.READY);
    }

    @AfterAll
    void stopOnce() {
        assertThat(new Shutdown(product, step -> {}).run()).isTrue();
        assertThat(new Inspection(product).anythingRuns()).isFalse();
        await().atMost(Duration.ofMinutes(2)).until(() -> !isLearning());
        assertThat(product.services())
                .allSatisfy(server -> assertThat(server.program().orElseThrow().command())
                        .anyMatch(option -> option.startsWith("-XX:AOTCache=")));
    }

    @Test
    void afterTheStartEveryServerIsHealthy() {
        assertThat(new Inspection(product).run())
                .allMatch(ServerStatus::isHealthy)
                .hasSize(9);
    }

    @Test
    void aSecondStartLeavesEverythingAlone() {
        var before = pids();

        var steps = start(product);

        assertThat(pids()).isEqualTo(before);
        steps.remove(Startup.PROVISIONING);
        assertThat(steps.values()).containsOnly(Step.Kind.ALREADY_RUNNING);
    }

    @Test
    void aKilledServiceIsReportedAsCrashedAndTheNextStartBringsBackOnlyThatOne() {
        var before = pids();
        kill("ask-drafter");

        assertThat(new Inspection(product).crashed()).containsExactly("ask-drafter");

        var steps = start(product);
        assertThat(steps)
                .containsEntry("ask-drafter", Step.Kind.READY)
                .containsEntry("kafka", Step.Kind.ALREADY_RUNNING);
        var after = pids();
        assertThat(after.remove("ask-drafter")).isNotEqualTo(before.remove("ask-drafter"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void aDatabaseThatNobodyRemembersIsFoundAgainInsteadOfStartedTwice() {
        var before = pids();
        product.records().remove("postgresql");

        var steps = start(product);

        assertThat(steps).containsEntry("postgresql", Step.Kind.ALREADY_RUNNING);
        assertThat(pids()).isEqualTo(before);
    }

    @Test
    void aTakenPortIsRefusedByItsNumberAndByWhoNeedsIt() throws IOException {
        kill("reward-ledger");
        assertThat(FreePorts.becomesFree(8085 + OFFSET, Duration.ofSeconds(5))).isTrue();
        try (var stranger = new ServerSocket(8085 + OFFSET, 1, InetAddress.getLoopbackAddress())) {
            assertThat(new Startup(product, step -> {}).run())
                    .isEqualTo(new StartResult.Refused(
                            new Refusal.PortTaken(stranger.getLocalPort(), "reward-ledger", OFFSET + 100)));
        }
        start(product);
    }

    @Test
    void aRunningProductDoesNotMoveToOtherPorts() {
        var moved = new Product(installation, product.directory(), new Ports(OFFSET + 100));

        assertThat(new Startup(moved, step -> {}).run())
                .isEqualTo(new StartResult.Refused(new Refusal.RunsOnOtherPorts(OFFSET)));
    }

    @Test
    void twoStartsAtOnceAreNotPossible() {
        try (var lock = ProductLock.tryTake(product.directory()).orElseThrow()) {
            assertThat(new Startup(product, step -> {}).run())
                    .isEqualTo(new StartResult.Refused(
                            new Refusal.Busy(product.directory().root())));
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void everyFileWithASecretIsReadableByItsOwnerOnly() throws IOException {
        try (var files = Files.list(product.directory().secrets())) {
            var secrets = new ArrayList<>(
                    files.filter(file -> !file.endsWith("token-public.pem")).toList());
            secrets.add(product.directory().localEnv());
            for (var file : secrets) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .as(file.toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    private static Map<String, Step.Kind> start(Product product) {
        var steps = new ConcurrentHashMap<String, Step.Kind>();
        var result = new Startup(product, step -> steps.put(step.part(), step.kind())).run();
        assertThat(result).isInstanceOf(StartResult.Healthy.class);
        return steps;
    }

    private boolean isLearning() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .anyMatch(line -> line.contains("-XX:AOTMode=create")
                        && line.contains(installation.root().toString()));
    }

    private void kill(String name) {
        product.servers().stream()
                .filter(server -> server.name().equals(name))
                .flatMap(server -> product.find(server).stream())
                .forEach(Processes::kill);
    }

    private Map<String, Long> pids() {
        var pids = new HashMap<String, Long>();
        for (var server : product.servers()) {
            product.find(server).ifPresent(process -> pids.put(server.name(), process.pid()));
        }
        return pids;
    }
}
