package io.askwell.signal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.leads.v1.LeadReported;
import io.askwell.signal.InMemoryLogs;
import io.askwell.signal.RecordingLog;
import io.askwell.signal.TokenKey;
import io.askwell.signals.v1.SignalRecorded;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
@AutoConfigureMockMvc
@Import(InMemoryLogs.class)
class AnswersTest implements TokenKey {

    private static final String VALID = """
            {"id":"evt-1","source":"crm","customerId":"C-100","kind":"renewed","occurredAt":"2026-10-01T09:30:00Z"}""";
    private static final String WITHOUT_CUSTOMER = """
            {"id":"evt-9","source":"crm","kind":"renewed","occurredAt":"2026-10-01T09:30:00Z"}""";

    @Autowired
    MockMvcTester http;

    @Autowired
    RecordingLog<SignalRecorded> signals;

    @Autowired
    RecordingLog<LeadReported> leads;

    @BeforeEach
    void forget() {
        signals.forget();
        leads.forget();
    }

    @Test
    void whatIsAcceptedAndWhatIsNotStandInOneAnswer() {
        MvcTestResult answer = post("/v1/signals", "application/json", "[" + VALID + "," + WITHOUT_CUSTOMER + "]");

        assertThat(answer).hasStatus(202).hasContentType(MediaType.APPLICATION_JSON);
        assertThat(answer).bodyJson().isStrictlyEqualTo("""
                {"accepted": 1, "rejected": [
                  {"index": 1, "id": "evt-9", "errors": [{"pointer": "/customerId", "detail": "is required"}]}]}""");
        assertThat(signals.facts()).extracting(SignalRecorded::getId).containsExactly("evt-1");
    }

    @Test
    void linesAreAnsweredLikeAnArray() {
        MvcTestResult answer =
                post("/v1/signals", "application/x-ndjson", VALID + "\nnot json\n\n" + WITHOUT_CUSTOMER + "\n");

        assertThat(answer).hasStatus(202);
        assertThat(answer).bodyJson().isStrictlyEqualTo("""
                {"accepted": 1, "rejected": [
                  {"index": 1, "id": null, "errors": [{"pointer": "", "detail": "must be JSON in which no field stands twice"}]},
                  {"index": 2, "id": "evt-9", "errors": [{"pointer": "/customerId", "detail": "is required"}]}]}""");
    }

    @Test
    void whereNothingIsAcceptedTheProblemPointsIntoTheBody() {
        MvcTestResult answer = post("/v1/signals", "application/json", "[" + WITHOUT_CUSTOMER + ",7]");

        assertThat(answer).hasStatus(422).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).bodyJson().isStrictlyEqualTo("""
                {"type": "urn:askwell:problem:invalid_content", "title": "Unprocessable Content", "status": 422,
                 "detail": "The content breaks a rule", "instance": "/v1/signals",
                 "errors": [{"pointer": "/0/customerId", "detail": "is required"},
                            {"pointer": "/1", "detail": "must be a JSON object"}],
                 "accepted": 0,
                 "rejected": [
                   {"index": 0, "id": "evt-9", "errors": [{"pointer": "/customerId", "detail": "is required"}]},
                   {"index": 1, "id": null, "errors": [{"pointer": "", "detail": "must be a JSON object"}]}]}""");
    }

    @Test
    void aSingleReportIsItselfTheBody() {
        MvcTestResult answer = post("/v1/signals", "application/json", WITHOUT_CUSTOMER);

        assertThat(answer).hasStatus(422);
        assertThat(answer).bodyJson().extractingPath("$.errors[0].pointer").isEqualTo("/customerId");
    }

    @Test
    void anEmptyBatchReportsNothing() {
        MvcTestResult answer = post("/v1/signals", "application/json", "[]");

        assertThat(answer).hasStatus(422);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[0].detail")
                .isEqualTo("must contain at least one report");
    }

    @Test
    void leadsAndTheirUpdatesComeInBatchesToo() {
        MvcTestResult submissions = post("/v1/leads", "application/json", """
                [{"id":"f-1","source":"form","occurredAt":"2026-10-02T10:00:00Z","lead":{},
                  "sourcePath":{"channel":"form"},"introductionBasis":"unknown"}]""");
        MvcTestResult updates = post("/v1/lead-updates", "application/x-ndjson", """
                {"id":"u-1","source":"crm","occurredAt":"2026-10-02T10:00:00Z","lead":{"externalId":"L-1"},"stage":"accepted"}
                {"id":"u-2","source":"crm","occurredAt":"2026-10-02T10:00:00Z","lead":{"externalId":"L-1"},"stage":"intro_made"}
                """);

        assertThat(submissions).hasStatus(202);
        assertThat(updates).hasStatus(202);
        assertThat(leads.facts()).extracting(LeadReported::getId).containsExactly("f-1", "u-1", "u-2");
    }

    @Test
    void aBodyThatIsNotJsonIsABadRequest() {
        assertThat(post("/v1/signals", "application/json", "{"))
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void anotherMediaTypeIsUnsupported() {
        assertThat(post("/v1/signals", "text/csv", "id,source"))
                .hasStatus(415)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(post("/v1/leads", "application/xml", "<lead/>")).hasStatus(415);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() {
        assertThat(post("/v1/signals", "application/json", " ".repeat(BatchReader.MOST_BYTES) + VALID))
                .hasStatus(413)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void nothingIsSaidToBeAcceptedWithoutAnAcknowledgement() {
        signals.stopAnswering();

        MvcTestResult answer = post("/v1/signals", "application/json", "[" + VALID + "," + WITHOUT_CUSTOMER + "]");

        assertThat(answer).hasStatus(503).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(answer).hasHeader("Retry-After", "5");
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:askwell:problem:not_acknowledged");
        assertThat(answer).bodyJson().doesNotHavePath("$.accepted");
    }

    @Test
    void reportsAreOnlyPosted() {
        MvcTestResult answer = http.get()
                .uri("/v1/signals")
                .header("Authorization", TokenKey.bearer("local", "source"))
                .exchange();

        assertThat(answer).hasStatus(405).hasContentType(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void whatIsNotBuiltDoesNotExist() {
        assertThat(post("/v1/webhooks/hubspot", "application/json", "{}")).hasStatus(404);
        assertThat(post("/v1/imports", "application/json", "{}")).hasStatus(404);
    }

    private MvcTestResult post(String path, String contentType, String body) {
        return http.post()
                .uri(path)
                .header("Authorization", TokenKey.bearer("local", "source"))
                .contentType(contentType)
                .content(body)
                .exchange();
    }
}
