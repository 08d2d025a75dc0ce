package io.askwell.signal.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.BrokerServer;
import io.askwell.local.server.FreePorts;
import io.askwell.local.server.Installation;
import io.askwell.local.server.RunningServer;
import io.askwell.local.server.SharedServers;
import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signal.SignalIngestApplication;
import io.askwell.signal.TokenKey;
import io.askwell.signal.domain.LinkCodes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A sender is never told that something was accepted while the broker or the registry is away. */
class OutageIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path directory;

    private static RunningServer<BrokerServer> broker;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = RunningServer.start(
                new BrokerServer(Installation.ofThisBuild(), directory.resolve("kafka"), FreePorts.next()));
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            List<NewTopic> topics = TopicCatalogue.all().stream()
                    .map(Topic::name)
                    .map(name -> new NewTopic(name, Topic.PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        }
        SharedServers.provision();
    }

    @AfterAll
    static void stopBroker() {
        broker.kill();
    }

    @Test
    void whileTheBrokerIsAwayNothingIsAcceptedAndThenTheSameIdsAre() throws Exception {
        try (var service = service(SharedServers.registryUrl())) {
            assertThat(post(service, batch(3)).statusCode()).isEqualTo(202);
            var topics = new TopicReader(bootstrapServers());
            topics.fromNowOn(TopicCatalogue.SIGNALS.name());

            broker.kill();
            HttpResponse<String> away = post(service, batch(200));

            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(away.headers().firstValue("Retry-After")).isPresent();
            assertThat(away.body()).doesNotContain("accepted\"");

            broker.restart();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() ->
                            assertThat(post(service, batch(200)).statusCode()).isEqualTo(202));
            assertThat(topics.readAtLeast(200))
                    .extracting(record -> record.key())
                    .contains("C-0", "C-199");
        }
    }

    @Test
    void aLargeBatchDoesNotWaitForTheBrokerOncePerReport() throws Exception {
        try (var service = service(SharedServers.registryUrl(), "127.0.0.1:" + FreePorts.next())) {
            long begin = System.nanoTime();

            assertThat(post(service, batch(5000)).statusCode()).isEqualTo(503);

            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void whileTheRegistryIsAwayNothingIsAccepted() throws Exception {
        try (var service = service("http://127.0.0.1:" + FreePorts.next())) {
            HttpResponse<String> away = post(service, batch(1));

            assertThat(away.statusCode()).isEqualTo(503);
            assertThat(away.headers().firstValue("Retry-After")).isPresent();
        }
    }

    @Test
    void aVisitorIsLedOnWithoutAClickWhileTheBrokerIsAway() throws Exception {
        try (var service = service(SharedServers.registryUrl(), "127.0.0.1:" + FreePorts.next())) {
            String code = service.getBean(LinkCodes.class).code("signup", "customer", "C-100");

            HttpResponse<Void> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(url(service) + "/r/" + code))
                            .build(),
                    BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue("https://site.example/signup");
        }
    }

    private static ConfigurableApplicationContext service(String registry) {
        return service(registry, bootstrapServers());
    }

    private static ConfigurableApplicationContext service(String registry, String bootstrapServers) {
        return SpringApplication.run(
                SignalIngestApplication.class,
                "--SERVER_PORT=0",
                "--ASKWELL_KAFKA=" + bootstrapServers,
                "--ASKWELL_REGISTRY=" + registry,
                "--ASKWELL_LINK_TARGETS=signup=https://site.example/signup",
                "--ASKWELL_LINK_SECRET=a secret of at least 32 characters",
                "--ASKWELL_TOKEN_KEY=" + SharedServers.tokens().publicKeyLocation());
    }

    private static HttpResponse<String> post(ConfigurableApplicationContext service, String batch)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url(service) + "/v1/signals"))
                .header("Authorization", TokenKey.bearer("local", "source"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(batch))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String url(ConfigurableApplicationContext service) {
        return "http://127.0.0.1:" + service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static String batch(int size) {
        return IntStream.range(0, size).mapToObj(i -> """
                        {"id":"evt-%1$d","source":"crm","customerId":"C-%1$d","kind":"renewed",
                         "occurredAt":"2026-10-01T09:30:00Z"}""".formatted(i)).collect(Collectors.joining(",", "[", "]"));
    }

    private static String bootstrapServers() {
        return broker.server().bootstrapServers();
    }
}
