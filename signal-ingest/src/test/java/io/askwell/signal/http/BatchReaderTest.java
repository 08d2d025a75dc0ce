package io.askwell.signal.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.askwell.signal.domain.Reason;
import io.askwell.signal.domain.SignalReport;
import io.askwell.transport.http.Refusal;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

class BatchReaderTest {

    private final BatchReader reader = new BatchReader(JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build());

    @Test
    void anObjectIsASingleReport() throws IOException {
        Batch<SignalReport> batch = json("{\"id\":\"a\"}");

        assertThat(batch.single()).isTrue();
        assertThat(ids(batch)).containsExactly("a");
    }

    @Test
    void anArrayIsABatchInItsOrder() throws IOException {
        Batch<SignalReport> batch = json(" [{\"id\":\"a\"}, {\"id\":\"b\"}, {\"id\":\"c\"}] ");

        assertThat(batch.single()).isFalse();
        assertThat(ids(batch)).containsExactly("a", "b", "c");
    }

    @Test
    void anEmptyArrayIsAnEmptyBatch() throws IOException {
        assertThat(json("[]").readings()).isEmpty();
    }

    @Test
    void anElementThatIsNoObjectSpoilsItselfOnly() throws IOException {
        Batch<SignalReport> batch = json("[{\"id\":\"a\"}, null, [], {\"id\":\"b\"}]");

        assertThat(ids(batch)).containsExactly("a", null, null, "b");
        assertThat(batch.readings().get(1).unreadable()).containsExactly(new Reason("", "must be a JSON object"));
        assertThat(batch.readings().get(2).unreadable()).containsExactly(new Reason("", "must be a JSON object"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{\"id\":\"a\"",
                "[{\"id\":\"a\"}",
                "[{\"id\":\"a\"},]",
                "{\"id\":\"a\"} x",
                "{\"id\":\"a\"}{\"id\":\"b\"}",
                "[] []",
                "{id:1}",
                "NaN",
                "{\"id\":\"a\",\"id\":\"b\"}",
                "{\"attributes\":{\"score\":1,\"score\":9}}"
            })
    void aBodyThatIsNotOneJsonTextWithEachFieldOnceIsABadRequest(String body) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> json(body))
                .satisfies(
                        refusal -> assertThat(refusal.toProblem().getStatus()).isEqualTo(400));
    }

    @Test
    void textThatIsNotUtf8IsABadRequest() {
        byte[] latin1 = {'{', '"', 'i', 'd', '"', ':', '"', (byte) 0xfc, '"', '}'};

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> reader.read(request("application/json", latin1), SignalJson::signal))
                .satisfies(
                        refusal -> assertThat(refusal.toProblem().getStatus()).isEqualTo(400));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\"}\n{\"id\":\"b\"}",
                "{\"id\":\"a\"}\n{\"id\":\"b\"}\n",
                "{\"id\":\"a\"}\r\n{\"id\":\"b\"}\r\n",
                "\n\n{\"id\":\"a\"}\n \t \n{\"id\":\"b\"}\n\n"
            })
    void everyLineThatIsNotEmptyIsAReport(String body) throws IOException {
        Batch<SignalReport> batch = lines(body);

        assertThat(batch.single()).isFalse();
        assertThat(ids(batch)).containsExactly("a", "b");
    }

    @Test
    void aLineThatIsNotJsonSpoilsItselfOnly() throws IOException {
        Batch<SignalReport> batch = lines("{\"id\":\"a\"}\n{\"id\":\n{\"id\":\"b\"} x\n{\"id\":\"c\"}\n");

        assertThat(ids(batch)).containsExactly("a", null, null, "c");
        assertThat(batch.readings().get(1).unreadable())
                .containsExactly(new Reason("", "must be JSON in which no field stands twice"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "no\njson\n"})
    void aBodyWithoutAnyLineOfJsonIsABadRequest(String body) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> lines(body))
                .satisfies(
                        refusal -> assertThat(refusal.toProblem().getStatus()).isEqualTo(400));
    }

    @Test
    void aBodyOfFiveMebibytesIsRead() throws IOException {
        String report = "{\"id\":\"a\"}";

        assertThat(ids(json(report + " ".repeat(BatchReader.MOST_BYTES - report.length()))))
                .containsExactly("a");
    }

    @Test
    void aLargerBodyIsTooLarge() {
        String report = "{\"id\":\"a\"}";

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> json(report + " ".repeat(BatchReader.MOST_BYTES - report.length() + 1)))
                .satisfies(refusal ->
                        assertThat(refusal.toProblem().getStatus()).isEqualTo(HttpStatus.CONTENT_TOO_LARGE.value()));
    }

    private Batch<SignalReport> json(String body) throws IOException {
        return reader.read(request("application/json;charset=UTF-8", body.getBytes(UTF_8)), SignalJson::signal);
    }

    private Batch<SignalReport> lines(String body) throws IOException {
        return reader.read(request("application/x-ndjson", body.getBytes(UTF_8)), SignalJson::signal);
    }

    private static MockHttpServletRequest request(String contentType, byte[] body) {
        var request = new MockHttpServletRequest();
        request.setContentType(contentType);
        request.setContent(body);
        return request;
    }

    private static Iterable<String> ids(Batch<SignalReport> batch) {
        return () ->
                batch.readings().stream().map(reading -> reading.report().id()).iterator();
    }
}
