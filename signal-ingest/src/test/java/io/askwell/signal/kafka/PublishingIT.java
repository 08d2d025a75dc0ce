package io.askwell.signal.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.server.SharedServers;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signal.TokenKey;
import io.askwell.transport.event.KeyPartition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** What is accepted over HTTP stands on the topics, in the form in which any Confluent client reads it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PublishingIT implements TokenKey {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final String run = UUID.randomUUID().toString();
    private final TopicReader topics = new TopicReader(SharedServers.bootstrapServers());

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry properties) {
        properties.add("ASKWELL_KAFKA", SharedServers::bootstrapServers);
        properties.add("ASKWELL_REGISTRY", SharedServers::registryUrl);
        properties.add("ASKWELL_LINK_TARGETS", () -> "signup=https://site.example/signup");
        properties.add("ASKWELL_LINK_SECRET", () -> "a secret of at least 32 characters");
    }

    @BeforeAll
    static void provision() {
        SharedServers.provision();
    }

    @BeforeEach
    void fromNowOn() {
        topics.fromNowOn(TopicCatalogue.SIGNALS.name(), TopicCatalogue.LEADS.name());
    }

    @Test
    void aSignalIsWrittenUnderItsCustomerInTheConfluentWireFormat() throws Exception {
        assertThat(post("/v1/signals", "application/json", signal("evt-1", "C-100"))
                        .statusCode())
                .isEqualTo(202);

        ConsumerRecord<String, byte[]> record = topics.read(1).getFirst();
        assertThat(record.topic()).isEqualTo("referral.signals.v1");
        assertThat(record.key()).isEqualTo("C-100");
        assertThat(record.partition()).isEqualTo(KeyPartition.of("C-100".getBytes(UTF_8), 6));
        assertThat(header(record, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(record, "ce_id")).isEqualTo(run + "/evt-1");
        assertThat(header(record, "ce_source")).isEqualTo(run);
        assertThat(header(record, "ce_type")).isEqualTo("referral.signal.nps_scored");
        assertThat(header(record, "ce_time")).isEqualTo("2026-10-01T09:30:00Z");
        assertThat(header(record, "content-type")).isEqualTo("application/avro");
        GenericRecord value = decodedByAnyClient(record);
        assertThat(value.getSchema().getFullName()).isEqualTo("io.askwell.signals.v1.SignalRecorded");
        assertThat(value.get("customerId")).hasToString("C-100");
        assertThat(value.get("kind")).hasToString("nps_scored");
        assertThat(((GenericRecord) value.get("satisfaction")).get("score")).isEqualTo(9.0);
        assertThat(((GenericRecord) value.get("personal")).get("comment")).hasToString("Größe 😀");
    }

    @Test
    void aRevisionIsAnotherEvent() throws Exception {
        String revised = signal("evt-1", "C-100").replace("\"score\":9", "\"score\":9,\"revision\":2");

        post("/v1/signals", "application/json", revised);

        assertThat(header(topics.read(1).getFirst(), "ce_id")).isEqualTo(run + "/evt-1#2");
    }

    @Test
    void theTraceOfTheRequestGoesOnInItsRecords() throws Exception {
        String trace = "0af7651916cd43dd8448eb211c80319c";

        var request = request("/v1/signals", "application/json", BodyPublishers.ofString(signal("evt-1", "C-100")))
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
                .build();
        HTTP.send(request, BodyHandlers.discarding());

        assertThat(header(topics.read(1).getFirst(), "traceparent"))
                .startsWith("00-" + trace + "-")
                .doesNotContain("b7ad6b7169203331")
                .endsWith("-01");
    }

    /** Whoever got no answer sends again; the readers count the identity once, so nothing needs to be remembered here. */
    @Test
    void whatIsSentTwiceIsWrittenTwiceUnderOneIdentity() throws Exception {
        post("/v1/signals", "application/json", signal("evt-1", "C-100"));
        post("/v1/signals", "application/json", signal("evt-1", "C-100"));

        assertThat(topics.read(2)).extracting(record -> header(record, "ce_id")).containsOnly(run + "/evt-1");
    }

    @Test
    void aLargeBatchIsWrittenInFullAndInOrderPerCustomer() throws Exception {
        String lines = IntStream.range(0, 5000)
                .mapToObj(i -> signal("evt-" + i, "C-" + i % 10))
                .collect(Collectors.joining("\n"));

        HttpResponse<String> answer = post("/v1/signals", "application/x-ndjson", lines);

        assertThat(answer.body()).isEqualTo("{\"accepted\":5000,\"rejected\":[]}");
        List<ConsumerRecord<String, byte[]>> records = topics.read(5000);
        assertThat(records)
                .filteredOn(record -> record.key().equals("C-3"))
                .extracting(record -> header(record, "ce_id"))
                .containsExactlyElementsOf(IntStream.range(0, 500)
                        .mapToObj(i -> run + "/evt-" + (i * 10 + 3))
                        .toList());
    }

    @Test
    void ofAMixedBatchOnlyWhatKeepsTheContractIsWritten() throws Exception {
        String wrong = signal("evt-2", "C-100").replace("nps_scored", "nps_guessed");
        String batch = "[" + signal("evt-1", "C-100") + "," + wrong + "," + signal("evt-3", "C-100") + "]";

        assertThat(post("/v1/signals", "application/json", batch).body()).contains("\"accepted\":2");

        assertThat(topics.read(2))
                .extracting(record -> header(record, "ce_id"))
                .containsExactly(run + "/evt-1", run + "/evt-3");
    }

    @Test
    void allThatIsSaidOfALeadStandsUnderTheHashOfItsAddress() throws Exception {
        post("/v1/leads", "application/json", """
                {"id":"form-1","source":"%s","occurredAt":"2026-10-02T10:00:00Z",
                 "lead":{"email":"Sam.Roe+x@Acme.example","externalId":"CRM-77"},
                 "sourcePath":{"channel":"form"},"introductionBasis":"unknown"}""".formatted(run));
        post("/v1/lead-updates", "application/json", """
                {"id":"crm-1","source":"%s","occurredAt":"2026-10-09T08:00:00Z",
                 "lead":{"email":"sam.roe@acme.example"},"stage":"deal_won",
                 "value":{"amountMinor":2500000,"currency":"USD"}}""".formatted(run));

        List<ConsumerRecord<String, byte[]>> records = topics.read(2);
        String key = sha256("email:sam.roe@acme.example");
        assertThat(records).extracting(ConsumerRecord::topic).containsOnly("referral.leads.v1");
        assertThat(records).extracting(ConsumerRecord::key).containsOnly(key);
        assertThat(records).extracting(ConsumerRecord::partition).containsOnly(KeyPartition.of(key.getBytes(UTF_8), 6));
        assertThat(records)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly("referral.lead.submitted", "referral.lead.updated");
        assertThat(records)
                .extracting(record -> header(record, "ce_id"))
                .containsExactly(run + "/form-1", run + "/crm-1");
        GenericRecord update =
                (GenericRecord) decodedByAnyClient(records.getLast()).get("update");
        assertThat(((GenericRecord) update.get("value")).get("amountMinor")).isEqualTo(2_500_000L);
    }

    @Test
    void aLinkAndItsClicksStandUnderTheLinkCode() throws Exception {
        String request = "{\"customerId\":\"%s\",\"target\":\"signup\"}".formatted(run);
        String code = JSON.readTree(
                        post("/v1/links", "application/json", request).body())
                .path("linkCode")
                .stringValue();
        post("/v1/links", "application/json", request);
        HttpResponse<Void> visit = visit(code);
        HttpResponse<Void> forged = visit(code.replaceFirst("^signup", "signin"));

        assertThat(visit.statusCode()).isEqualTo(302);
        assertThat(forged.statusCode()).isEqualTo(404);
        List<ConsumerRecord<String, byte[]>> records = topics.read(3);
        assertThat(records).extracting(ConsumerRecord::key).containsOnly(code);
        assertThat(records)
                .extracting(ConsumerRecord::partition)
                .containsOnly(KeyPartition.of(code.getBytes(UTF_8), 6));
        assertThat(records)
                .extracting(record -> header(record, "ce_type"))
                .containsExactly("referral.lead.link_made", "referral.lead.link_made", "referral.lead.clicked");
        assertThat(records.subList(0, 2))
                .extracting(record -> header(record, "ce_id"))
                .containsOnly("askwell-links/" + code);
        GenericRecord made =
                (GenericRecord) decodedByAnyClient(records.getFirst()).get("link");
        assertThat(made.get("customerId")).hasToString(run);
        String clickId = header(records.getLast(), "ce_id").replace("askwell-clicks/", "");
        assertThat(visit.headers().firstValue("Location")).hasValue("https://site.example/signup?click=" + clickId);
    }

    @Test
    void theSenderOfAnOversizedBodySeesTheRefusal() throws Exception {
        byte[] large = new byte[24 * 1024 * 1024];

        HttpResponse<String> answer = HTTP.send(
                request("/v1/signals", "application/json", BodyPublishers.ofByteArray(large))
                        .build(),
                BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("5 MiB");
    }

    private String signal(String id, String customerId) {
        return """
                {"id":"%s","source":"%s","customerId":"%s","kind":"nps_scored","occurredAt":"2026-10-01T09:30:00Z",\
                "attributes":{"score":9,"comment":"Größe 😀"}}""".formatted(id, run, customerId);
    }

    /** As a browser: without a token. */
    private HttpResponse<Void> visit(String code) throws IOException, InterruptedException {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/r/" + code))
                        .build(),
                BodyHandlers.discarding());
    }

    private HttpResponse<String> post(String path, String contentType, String body)
            throws IOException, InterruptedException {
        return HTTP.send(
                request(path, contentType, BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String contentType, HttpRequest.BodyPublisher body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", TokenKey.bearer("local", "source"))
                .header("Content-Type", contentType)
                .POST(body);
    }

    /** Follows the wire format by hand: a zero byte, the id that the Confluent-compatible API resolves, the Avro bytes. */
    private static GenericRecord decodedByAnyClient(ConsumerRecord<String, byte[]> record)
            throws IOException, InterruptedException {
        ByteBuffer bytes = ByteBuffer.wrap(record.value());
        assertThat(bytes.get()).isZero();
        String schemaUrl = SharedServers.registryUrl() + "/apis/ccompat/v7/schemas/ids/" + bytes.getInt();
        String answer = HTTP.send(HttpRequest.newBuilder(URI.create(schemaUrl)).build(), BodyHandlers.ofString())
                .body();
        Schema schema =
                new Schema.Parser().parse(JSON.readTree(answer).get("schema").stringValue());
        var decoder = DecoderFactory.get().binaryDecoder(record.value(), bytes.position(), bytes.remaining(), null);
        return new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }
}
