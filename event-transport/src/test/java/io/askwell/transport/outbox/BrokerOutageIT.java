package io.askwell.transport.outbox;

import static io.askwell.transport.TestService.record;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.BrokerServer;
import io.askwell.local.server.FreePorts;
import io.askwell.local.server.Installation;
import io.askwell.local.server.RunningServer;
import io.askwell.transport.TestService;
import io.askwell.transport.TopicContents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

class BrokerOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String TOPIC = "outage";
    private static final int KEYS = 5;

    private final TestService service = TestService.withFreshDatabase();

    @Test
    void aBrokerThatIsKilledAndComesBackLosesAndDoublesNothing(@TempDir Path directory) throws Exception {
        var server = new BrokerServer(Installation.ofThisBuild(), directory.resolve("kafka"), FreePorts.next());
        try (var broker = RunningServer.start(server)) {
            createTopic(server.bootstrapServers());
            OutboxRelay relay = service.relayTo(server.bootstrapServers());
            var health = new OutboxHealth(relay);
            relay.start();
            try {
                append(0, 200);
                await().atMost(PATIENCE).until(() -> service.rows().pending() < 150);
                broker.kill();
                append(200, 400);
                await().atMost(PATIENCE).until(() -> health.health().getStatus().equals(Status.DOWN));
                broker.restart();
                append(400, 600);
                await().atMost(PATIENCE).until(() -> service.rows().pending() == 0);
                assertThat(health.health().getStatus()).isEqualTo(Status.UP);
            } finally {
                relay.stop();
            }

            // A reader passes over what it has seen, as the inbox does.
            List<Integer> read = TopicContents.of(server.bootstrapServers(), TOPIC).stream()
                    .map(found -> TopicContents.header(found.headers(), "ce_id"))
                    .distinct()
                    .map(Integer::valueOf)
                    .toList();
            assertThat(read)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.range(0, 600).boxed().toList());
            for (int key = 0; key < KEYS; key++) {
                int remainder = key;
                assertThat(read).filteredOn(id -> id % KEYS == remainder).isSorted();
            }
        }
    }

    private void append(int from, int to) {
        for (int id = from; id < to; id++) {
            service.append(record(TOPIC, "C-" + id % KEYS, Integer.toString(id), "fact".getBytes(UTF_8)));
        }
    }

    private static void createTopic(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(TestService.reaching(bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 3, (short) 1))).all().get();
        }
    }
}
