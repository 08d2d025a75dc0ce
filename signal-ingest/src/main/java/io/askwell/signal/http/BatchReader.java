package io.askwell.signal.http;

import io.askwell.signal.domain.Reading;
import io.askwell.signal.domain.Reason;
import io.askwell.signal.domain.Report;
import io.askwell.transport.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads a request body: one JSON object, an array, or one object a line. Only one report at a time is a tree, so that a full body
 * costs little more than its own size.
 */
public final class BatchReader {

    /** Largest body, in bytes. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private final ObjectReader line;
    private final ObjectReader element;

    public BatchReader(JsonMapper json) {
        line = json.reader()
                .with(
                        DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        // The end of an element is not the end of the text.
        element = line.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    <R extends Report> Batch<R> read(HttpServletRequest request, Function<JsonFields, R> reader) throws IOException {
        byte[] bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "content_too_large",
                    "The body is larger than 5 MiB; send it in parts",
                    List.of());
        }
        boolean lines =
                MediaType.parseMediaType(request.getContentType()).isCompatibleWith(MediaType.APPLICATION_NDJSON);
        return lines ? lines(bytes, reader) : document(bytes, reader);
    }

    private <R extends Report> Batch<R> document(byte[] bytes, Function<JsonFields, R> reader) {
        try (JsonParser parser = element.createParser(bytes)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                throw notJson();
            }
            boolean single = first != JsonToken.START_ARRAY;
            List<Reading<R>> readings = new ArrayList<>();
            while (single ? readings.isEmpty() : parser.nextToken() != JsonToken.END_ARRAY) {
                readings.add(JsonFields.read(element.readTree(parser), reader));
            }
            if (parser.nextToken() != null) {
                throw notJson();
            }
            return new Batch<>(readings, single);
        } catch (JacksonException _) {
            throw notJson();
        }
    }

    /** A line that is not JSON spoils itself only, unless no line is; empty lines are no reports. */
    private <R extends Report> Batch<R> lines(byte[] bytes, Function<JsonFields, R> reader) {
        List<Reading<R>> readings = new ArrayList<>();
        boolean anyJson = false;
        int begin = 0;
        while (begin < bytes.length) {
            int end = endOfLine(bytes, begin);
            if (!isBlank(bytes, begin, end)) {
                try {
                    readings.add(JsonFields.read(line.readTree(bytes, begin, end - begin), reader));
                    anyJson = true;
                } catch (JacksonException _) {
                    readings.add(notJson(reader));
                }
            }
            begin = end + 1;
        }
        if (!anyJson) {
            throw notJson();
        }
        return new Batch<>(readings, false);
    }

    private static <R extends Report> Reading<R> notJson(Function<JsonFields, R> reader) {
        R nothing =
                JsonFields.read(JsonNodeFactory.instance.objectNode(), reader).report();
        return new Reading<>(nothing, List.of(new Reason("", "must be JSON in which no field stands twice")));
    }

    private static int endOfLine(byte[] bytes, int begin) {
        int end = begin;
        while (end < bytes.length && bytes[end] != '\n') {
            end++;
        }
        return end;
    }

    private static boolean isBlank(byte[] bytes, int begin, int end) {
        for (int at = begin; at < end; at++) {
            if (bytes[at] > ' ' || bytes[at] < 0) {
                return false;
            }
        }
        return true;
    }

    private static Refusal notJson() {
        return Refusal.badRequest("The body is not JSON, or a field stands in it twice");
    }
}
