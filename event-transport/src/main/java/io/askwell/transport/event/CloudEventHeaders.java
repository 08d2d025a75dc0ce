package io.askwell.transport.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * The CloudEvents attributes of a record, in the binary mode of the Kafka binding: the value stays the plain encoded fact, so
 * that a reader who knows nothing of CloudEvents loses nothing.
 *
 * @param id the same on every retry; with the source it is the identity of the fact
 * @param time when the fact was recorded
 */
public record CloudEventHeaders(String id, String source, String type, Instant time) {

    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String SPEC_VERSION = "ce_specversion";
    public static final String CONTENT_TYPE = "content-type";

    private static final String VERSION = "1.0";
    private static final String AVRO = "application/avro";

    /** Every header with its text, in a stable order. */
    public Map<String, String> asText() {
        var text = new LinkedHashMap<String, String>();
        text.put(SPEC_VERSION, VERSION);
        text.put(ID, id);
        text.put(SOURCE, source);
        text.put(TYPE, type);
        text.put(TIME, time.toString());
        text.put(CONTENT_TYPE, AVRO);
        return text;
    }

    public void writeTo(Headers headers) {
        asText().forEach((name, text) -> {
            headers.remove(name);
            headers.add(name, text.getBytes(UTF_8));
        });
    }

    /** Empty when an attribute is missing or the time is not a time: upstream writers need not speak CloudEvents. */
    public static Optional<CloudEventHeaders> readFrom(Headers headers) {
        return text(headers, ID)
                .flatMap(id -> text(headers, SOURCE)
                        .flatMap(source -> text(headers, TYPE)
                                .flatMap(type -> text(headers, TIME)
                                        .flatMap(CloudEventHeaders::instant)
                                        .map(time -> new CloudEventHeaders(id, source, type, time)))));
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name)).map(Header::value).map(bytes -> new String(bytes, UTF_8));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
