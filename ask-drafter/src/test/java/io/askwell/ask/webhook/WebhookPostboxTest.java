package io.askwell.ask.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.askwell.ask.application.Letter;
import io.askwell.ask.domain.delivery.Handover;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What an endpoint does, told apart by whether it may have taken the letter. */
class WebhookPostboxTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch silence = new CountDownLatch(1);
    private final HttpServer server = create();
    private volatile int status = 204;

    private record Call(HttpHeaders headers, String path, String body) {}

    @BeforeEach
    void start() {
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        silence.countDown();
        server.stop(0);
    }

    @Test
    void aLetterArrivesOnceWithASignatureThatTheReferenceLibraryAccepts() {
        assertThat(postbox(LIMIT).post(letter())).isEqualTo(new Handover.Taken("ask_ask-1"));

        assertThat(calls).hasSize(1);
        Call call = calls.getFirst();
        assertThat(call.path()).isEqualTo("/asks?site=1");
        assertThat(call.headers().firstValue("webhook-id")).hasValue("ask_ask-1");
        assertThatCode(() -> new Webhook(SECRET).verify(call.body(), call.headers()))
                .doesNotThrowAnyException();
        var data = JsonMapper.shared().readTree(call.body()).path("data");
        assertThat(data.at("/recipient/email").asString()).isEqualTo("zoe@acme.example");
        assertThat(data.path("subject").asString()).isEqualTo("A favour, Zoë?");
        assertThat(data.path("body").asString()).isEqualTo("Hello\nZoë");
    }

    @Test
    void everyAttemptBearsTheSameId() {
        postbox(LIMIT).post(letter());
        postbox(LIMIT).post(letter());

        assertThat(calls)
                .extracting(call -> call.headers().firstValue("webhook-id").orElse(""))
                .containsOnly("ask_ask-1");
    }

    @ParameterizedTest
    @CsvSource({"400, http 400", "410, http 410", "429, http 429", "302, redirect 302", "307, redirect 307"})
    void whatTheEndpointRefusesOrSendsElsewhereIsRefused(int answered, String reason) {
        status = answered;

        assertThat(postbox(LIMIT).post(letter())).isEqualTo(new Handover.Refused(reason));
        assertThat(calls).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void anEndpointThatFailsLeavesItUnclear(int answered) {
        status = answered;

        assertThat(postbox(LIMIT).post(letter())).isEqualTo(new Handover.Unclear("http " + answered));
    }

    @Test
    void anEndpointThatDoesNotAnswerWithinTheTimeLimitLeavesItUnclear() {
        status = 0;

        assertThat(postbox(Duration.ofMillis(700)).post(letter())).isEqualTo(new Handover.Unclear("no_answer"));
    }

    @Test
    void anEndpointInThisMachineOrAPrivateNetworkGetsNothingUnlessThatIsAllowed() {
        var settings = new WebhookSettings(url("127.0.0.1"), SECRET, false, LIMIT);

        assertThat(new WebhookPostbox(settings, InstantSource.system()).post(letter()))
                .isEqualTo(new Handover.Refused("private_address"));
        assertThat(calls).isEmpty();
    }

    @Test
    void whereNobodyListensOrNoNameLeadsNothingLeft() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        assertThat(postbox("http://127.0.0.1:" + nobody, LIMIT).post(letter()))
                .isEqualTo(new Handover.NothingLeft("no_connection"));
        assertThat(postbox("http://nowhere.invalid/", LIMIT).post(letter()))
                .isEqualTo(new Handover.NothingLeft("unknown_host"));
    }

    @Test
    void anEndpointThatDoesNotProveItsNameGetsNothing() {
        assertThat(postbox("https://127.0.0.1:" + server.getAddress().getPort(), Duration.ofSeconds(1))
                        .post(letter()))
                .isEqualTo(new Handover.NothingLeft("no_connection"));
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_%%%", "whsec_c2hvcnQ="})
    void aSecretThatIsNoneIsAMistakeAtTheStart(String secret) {
        assertThatThrownBy(() -> new WebhookSettings(url("127.0.0.1"), secret, true, LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingsShowNeitherTheSecretNorThePath() {
        assertThat(new WebhookSettings(URI.create("https://hooks.example/s3cret"), SECRET, false, LIMIT))
                .hasToString("webhook at hooks.example:443");
    }

    private void answer(HttpExchange exchange) throws IOException {
        calls.add(new Call(
                HttpHeaders.of(exchange.getRequestHeaders(), (_, _) -> true),
                exchange.getRequestURI().toString(),
                new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        if (status == 0) {
            awaitTheEnd();
        }
        exchange.getResponseHeaders().set("Location", url("127.0.0.1").toString());
        exchange.sendResponseHeaders(status == 0 ? 204 : status, -1);
        exchange.close();
    }

    private void awaitTheEnd() {
        try {
            silence.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private WebhookPostbox postbox(Duration limit) {
        return postbox(url("127.0.0.1").toString(), limit);
    }

    private static WebhookPostbox postbox(String url, Duration limit) {
        return new WebhookPostbox(new WebhookSettings(URI.create(url), SECRET, true, limit), InstantSource.system());
    }

    private URI url(String host) {
        return URI.create("http://" + host + ":" + server.getAddress().getPort() + "/asks?site=1");
    }

    private static HttpServer create() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        } catch (IOException e) {
            throw new IllegalStateException("No server on loopback", e);
        }
    }

    private static Letter letter() {
        return new Letter("ask-1", "C-1", "rep-7", "Zoë", "zoe@acme.example", "A favour, Zoë?", "Hello\nZoë", "hash");
    }
}
