package io.askwell.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.transport.TestService;
import io.askwell.transport.TopicContents;
import io.askwell.transport.TransportConfiguration;
import io.askwell.transport.event.Traceparent;
import io.askwell.transport.kafka.ListenerContainers;
import io.askwell.transport.kafka.RecordHandler;
import io.askwell.transport.outbox.Outbox;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A whole service of one controller, wired as real ones are, spoken to over its port. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=test-service",
            "spring.flyway.locations=classpath:db/transport",
            "spring.security.oauth2.resourceserver.jwt.authorities-claim-name=role",
            "spring.security.oauth2.resourceserver.jwt.authority-prefix=ROLE_",
            "spring.security.oauth2.resourceserver.jwt.principal-claim-name=sub",
            "management.endpoints.web.exposure.include=health,prometheus,env",
            "management.endpoint.health.probes.enabled=true"
        })
class HttpEdgeIT {

    private static final String TOPIC = "http-edge";
    private static final String OWNER = SharedServers.tokens().mint("rep-7", "account-owner");
    private static final String FINANCE = SharedServers.tokens().mint("fin", "finance");

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        ServiceDatabase database = SharedServers.freshDatabase("test_service");
        SharedServers.createTopics(1, TOPIC);
        properties.add("spring.datasource.url", database::jdbcUrl);
        properties.add("spring.datasource.username", database::user);
        properties.add("spring.datasource.password", database::password);
        properties.add("spring.flyway.default-schema", database::user);
        properties.add("spring.kafka.bootstrap-servers", SharedServers::bootstrapServers);
        properties.add(
                "spring.security.oauth2.resourceserver.jwt.public-key-location",
                SharedServers.tokens()::publicKeyLocation);
    }

    @Test
    void aCommandIsCarriedOutOnceForItsKeyAndItsRecordIsPublishedInTheCallersTrace() throws Exception {
        Traceparent trace = Traceparent.start();
        HttpRequest.Builder command = post("/v1/things/T-1/decision", "{\"name\":\"approve\",\"count\":1}")
                .header("Idempotency-Key", "key-1")
                .header("traceparent", trace.toString());

        HttpResponse<String> first = send(command);
        HttpResponse<String> second = send(command);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("content-type")).contains("application/json");
        assertThat(first.body()).contains("\"decision\":\"approve\"");
        assertThat(second.body()).isEqualTo(first.body());
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TopicContents.of(SharedServers.bootstrapServers(), TOPIC))
                        .filteredOn(record -> new String(record.key(), UTF_8).equals("T-1"))
                        .singleElement()
                        .satisfies(record -> assertThat(TopicContents.header(record.headers(), Traceparent.HEADER))
                                .contains(trace.traceId())));
    }

    @Test
    void theSameKeyForAnotherRequestIsAConflict() throws Exception {
        assertThat(send(post("/v1/things/T-2/decision", "{\"name\":\"approve\"}")
                                .header("Idempotency-Key", "key-2"))
                        .statusCode())
                .isEqualTo(200);

        assertProblem(
                send(post("/v1/things/T-2/decision", "{\"name\":\"defer\"}").header("Idempotency-Key", "key-2")),
                409,
                "idempotency_key_reused");
        assertProblem(
                send(post("/v1/things/T-3/decision", "{\"name\":\"approve\"}").header("Idempotency-Key", "key-2")),
                409,
                "idempotency_key_reused");
    }

    @Test
    void aRefusalMayBeTriedAgainUnderItsKey() throws Exception {
        HttpRequest.Builder refused =
                post("/v1/things/T-4/decision", "{\"name\":\"refuse\"}").header("Idempotency-Key", "key-4");

        assertProblem(send(refused), 409, "stale_version");
        assertProblem(send(refused), 409, "stale_version");
        assertThat(send(post("/v1/things/T-4/decision", "{\"name\":\"approve\"}")
                                .header("Idempotency-Key", "key-4"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aBodyThatIsNotJsonIsABadRequest() throws Exception {
        assertProblem(send(post("/v1/things/T-1/decision", "{\"name\":")), 400, "bad_request");
        assertProblem(send(post("/v1/things/T-1/decision", "")), 400, "bad_request");
    }

    @Test
    void contentThatDoesNotFitIsRefusedByPointer() throws Exception {
        assertViolation("{\"name\":\"approve\",\"colour\":\"red\"}", "/colour");
        assertViolation("{\"name\":\"approve\",\"count\":\"1\"}", "/count");
        assertViolation("{\"name\":\"approve\",\"count\":1.5}", "/count");
        assertViolation("{\"name\":\"approve\",\"until\":\"tomorrow\"}", "/until");
        assertViolation("{\"name\":\"approve\",\"parts\":[{\"at\":\"x\"}]}", "/parts/0/at");
        assertViolation("[]", "");
        assertViolation("{\"name\":\"rule\"}", "/name");
    }

    @Test
    void whatHttpItselfRefusesIsAProblemToo() throws Exception {
        assertProblem(send(request("/v1/things/T-1").DELETE()), 405, "");
        assertProblem(
                send(request("/v1/things/T-1/decision")
                        .header("content-type", "text/plain")
                        .POST(BodyPublishers.ofString("approve"))),
                415,
                "");
        assertProblem(send(request("/v1/things/T-1").header("accept", "image/png")), 406, "");
        assertProblem(send(request("/v1/things?limit=many")), 400, "bad_request");
        assertProblem(send(request("/v1/things?limit=%00")), 400, "bad_request");
        assertThat(send(request("/v1/things?limit=%00")).body()).contains("U+0000");
        assertProblem(send(request("/v1/things/none")), 404, "not_found");
    }

    @Test
    void whatDoesNotExistIsNotFoundForAnyoneWithAToken() throws Exception {
        assertProblem(send(request("/v1/nothing")), 404, "");
        assertProblem(send(request("/nothing/at/all")), 404, "");
    }

    @Test
    void withoutAValidTokenNothingButTheOpenPathsAnswers() throws Exception {
        HttpResponse<String> missing = send(HttpRequest.newBuilder(uri("/v1/things/T-1")));
        HttpResponse<String> wrong =
                send(HttpRequest.newBuilder(uri("/v1/things/T-1")).header("Authorization", "Bearer e30.e30.x"));

        assertProblem(missing, 401, "");
        assertProblem(wrong, 401, "");
        assertThat(missing.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge -> assertThat(challenge).startsWith("Bearer"));
        assertProblem(send(HttpRequest.newBuilder(uri("/v1/nothing"))), 401, "");
        assertThat(send(HttpRequest.newBuilder(uri("/actuator/health/liveness")))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(HttpRequest.newBuilder(uri("/actuator/prometheus"))).body())
                .contains("referral_outbox_pending_records");
        assertProblem(send(HttpRequest.newBuilder(uri("/actuator/env"))), 401, "");
    }

    @Test
    void theWrongRoleIsForbidden() throws Exception {
        assertProblem(
                send(HttpRequest.newBuilder(uri("/v1/things/T-1")).header("Authorization", "Bearer " + FINANCE)),
                403,
                "");
    }

    @Test
    void anEndpointWithoutARuleIsForbidden() throws Exception {
        assertProblem(send(request("/v1/forgotten")), 403, "");
        assertProblem(send(request("/actuator/env")), 403, "");
    }

    @Test
    void aFailureTellsNothingButAnId() throws Exception {
        HttpResponse<String> failed = send(request("/v1/things/broken"));

        assertProblem(failed, 500, "");
        assertThat(failed.body()).contains("\"errorId\":\"").doesNotContain("secret");
    }

    private void assertViolation(String content, String pointer) throws Exception {
        HttpResponse<String> refused = send(post("/v1/things/T-1/decision", content));
        assertProblem(refused, 422, "invalid_content");
        assertThat(refused.body()).contains("\"errors\":[{\"pointer\":\"" + pointer + "\",\"detail\":\"");
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(response.body()).contains("\"status\":" + status);
        if (!code.isEmpty()) {
            assertThat(response.body()).contains("\"type\":\"urn:askwell:problem:" + code + "\"");
        }
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder post(String path, String content) {
        return request(path).header("content-type", "application/json").POST(BodyPublishers.ofString(content));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).header("Authorization", "Bearer " + OWNER);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    @Test
    void aReaderStartsWithTheServiceAndCountsForItsHealth() throws Exception {
        send(post("/v1/things/T-9/decision", "{\"name\":\"approve\",\"count\":9}")
                .header("Idempotency-Key", "key-9"));

        await().atMost(Duration.ofSeconds(20)).until(() -> ThingService.READ_KEYS.contains("T-9"));
        assertThat(send(HttpRequest.newBuilder(uri("/actuator/health"))).statusCode())
                .isEqualTo(200);
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({HttpConfiguration.class, TransportConfiguration.class, Things.class})
    static class ThingService {

        static final Set<String> READ_KEYS = ConcurrentHashMap.newKeySet();

        @Bean
        KafkaMessageListenerContainer<byte[], byte[]> reader(ListenerContainers containers) {
            return containers.reading("test-service.things", TOPIC, new StringDeserializer(), (RecordHandler<String>)
                    record -> READ_KEYS.add(record.key()));
        }

        @Bean
        SecurityFilterChain security(HttpSecurity http, BearerSecurity bearer) {
            return bearer.chain(
                    http,
                    rules -> rules.requestMatchers(HttpMethod.GET, "/v1/things/**", "/v1/things")
                            .hasRole("account-owner")
                            .requestMatchers(HttpMethod.POST, "/v1/things/**")
                            .hasRole("account-owner"));
        }
    }

    @RestController
    static class Things {

        private final IdempotentCommands commands;
        private final Outbox outbox;

        Things(IdempotentCommands commands, Outbox outbox) {
            this.commands = commands;
            this.outbox = outbox;
        }

        @PostMapping("/v1/things/{id}/decision")
        ResponseEntity<?> decide(@PathVariable String id, @RequestBody Content content, HttpServletRequest request) {
            return commands.answer(request, content, () -> decide(id, content));
        }

        private ResponseEntity<?> decide(String id, Content content) {
            return switch (content.name()) {
                case "refuse" -> throw Refusal.conflict("stale_version", "Another version is current");
                case "rule" -> throw Refusal.unprocessable("/name", "Not a decision");
                default -> {
                    if (content.count() != null) {
                        outbox.append(TestService.record(TOPIC, id, "evt-" + id, new byte[] {1}));
                    }
                    yield ResponseEntity.ok(new Decided(content.name(), Instant.now()));
                }
            };
        }

        @GetMapping(path = "/v1/things/{id}", produces = "application/json")
        Decided thing(@PathVariable String id) {
            return switch (id) {
                case "none" -> throw Refusal.notFound("No such thing");
                case "broken" -> throw new IllegalStateException("the secret of the database");
                default -> new Decided(id, Instant.now());
            };
        }

        @GetMapping("/v1/things")
        Page<String> things(@RequestParam(required = false) @Nullable Integer limit) {
            return new Page<>(Collections.nCopies(Page.size(limit), "thing"), null);
        }

        @GetMapping("/v1/forgotten")
        String forgotten() {
            return "open by mistake";
        }
    }

    record Content(
            String name,
            @Nullable Integer count,
            @Nullable Instant until,
            @Nullable List<Part> parts) {}

    record Part(Instant at) {}

    record Decided(String decision, Instant at) {}
}
