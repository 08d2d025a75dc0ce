package io.askwell.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each server is killed with -9 and must come back on the same port with what it had acknowledged. */
class KilledServersIT {

    private static final Installation INSTALLATION = Installation.ofThisBuild();

    @TempDir
    Path scratch;

    @Test
    void aKilledBrokerKeepsTheRecordsThatItAcknowledged() throws Exception {
        var server = new BrokerServer(INSTALLATION, scratch.resolve("kafka"), FreePorts.next());
        try (var broker = RunningServer.start(server)) {
            Topics.create(server.bootstrapServers(), List.of(new NewTopic("facts", 1, (short) 1)));
            Map<String, Object> settings = Map.of("bootstrap.servers", server.bootstrapServers(), "acks", "all");
            try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
                producer.send(new ProducerRecord<>("facts", "key", "kept")).get();
            }
            var pid = broker.pid();

            broker.kill();
            assertThat(broker.isAlive()).isFalse();
            broker.restart();

            assertThat(broker.pid()).isNotEqualTo(pid);
            assertThat(firstValue(server.bootstrapServers())).isEqualTo("kept");
        }
    }

    @Test
    void aKilledDatabaseKeepsWhatWasCommitted() throws Exception {
        var server = new DatabaseServer(
                INSTALLATION,
                scratch.resolve("postgresql"),
                FreePorts.next(),
                "it's secret",
                DatabaseServer.Durability.FULL);
        try (var database = RunningServer.start(server)) {
            var service = server.createService("ask_drafter", "also 'secret'");
            execute(service, "CREATE TABLE fact (id int PRIMARY KEY)");
            execute(service, "INSERT INTO fact VALUES (7)");

            database.kill();
            assertThat(server.stray()).isEmpty();
            database.restart();

            assertThat(server.stray()).map(ProcessHandle::pid).contains(database.pid());
            try (var connection = DriverManager.getConnection(service.jdbcUrl(), service.user(), service.password());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT id FROM ask_drafter.fact")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getInt(1)).isEqualTo(7);
            }
        }
    }

    @Test
    void aServiceCannotReadTheSchemaOfAnother() throws Exception {
        var drafter = SharedServers.freshDatabase("ask_drafter");
        execute(drafter, "CREATE TABLE ask (id int)");
        var database = drafter.jdbcUrl().substring(drafter.jdbcUrl().lastIndexOf('/') + 1);
        var ledger = SharedServers.database().createService(database, "reward_ledger", "secret");

        assertThatThrownBy(() -> execute(ledger, "SELECT * FROM ask_drafter.ask"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void aRegistryOnPostgresKeepsItsSchemasWhenItIsKilled() throws Exception {
        var database = SharedServers.freshDatabase("registry");
        var server = new RegistryServer(
                INSTALLATION,
                scratch.resolve("registry"),
                FreePorts.next(),
                new RegistryServer.Storage.Database(database));
        try (var registry = RunningServer.start(server)) {
            new Provisioning(SharedServers.bootstrapServers(), server.confluentUrl()).run();
            var schema = server.confluentUrl() + "/subjects/referral.signals.v1-value/versions/1";
            var before = get(schema);
            assertThat(before).contains("SignalRecorded");

            registry.kill();
            registry.restart();

            assertThat(get(schema)).isEqualTo(before);
        }
    }

    private static String firstValue(String bootstrapServers) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(new TopicPartition("facts", 0)));
            return await().pollInSameThread()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> consumer.poll(Duration.ofMillis(500)), records -> !records.isEmpty())
                    .iterator()
                    .next()
                    .value();
        }
    }

    private static void execute(ServiceDatabase database, String sql) throws Exception {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String get(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
