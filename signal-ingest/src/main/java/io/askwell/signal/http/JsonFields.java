package io.askwell.signal.http;

import io.askwell.signal.domain.Reading;
import io.askwell.signal.domain.Reason;
import io.askwell.signal.domain.Report;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of one JSON object while they are read. Whatever cannot be read leaves a reason behind and counts as absent, as null
 * does; whatever nobody asked for is unknown, which is a reason too.
 */
final class JsonFields {

    /** Further digits before or after the point than any double has: such a number can only be meant to hurt. */
    private static final int MOST_DIGITS = 400;

    private static final int LATEST_YEAR = 9999;

    private final String pointer;
    private final Map<String, JsonNode> unread = new LinkedHashMap<>();
    private final List<Reason> reasons;

    private JsonFields(String pointer, JsonNode json, List<Reason> reasons) {
        this.pointer = pointer;
        this.reasons = reasons;
        if (json.isObject()) {
            json.properties().forEach(field -> unread.put(field.getKey(), field.getValue()));
        } else {
            reasons.add(new Reason(pointer, "must be a JSON object"));
        }
    }

    static <R extends Report> Reading<R> read(JsonNode json, Function<JsonFields, R> reader) {
        List<Reason> reasons = new ArrayList<>();
        R report = readAll("", json, reader, reasons);
        return new Reading<>(report, reasons);
    }

    @Nullable
    String text(String name) {
        return take(name).flatMap(json -> text(name, json)).orElse(null);
    }

    /** A moment to the microsecond, which is what the schemas keep. */
    @Nullable
    Instant moment(String name) {
        return take(name)
                .flatMap(json -> text(name, json))
                .flatMap(text -> moment(name, text))
                .orElse(null);
    }

    @Nullable
    Long wholeNumber(String name) {
        return take(name).flatMap(json -> wholeNumber(name, json)).orElse(null);
    }

    <T> @Nullable T object(String name, Function<JsonFields, T> reader) {
        return take(name)
                .map(json -> readAll(pointerTo(name), json, reader, reasons))
                .orElse(null);
    }

    /** Every field there is, as String, BigDecimal or Boolean. */
    Map<String, Object> scalars() {
        Map<String, Object> scalars = new LinkedHashMap<>();
        for (String name : List.copyOf(unread.keySet())) {
            take(name).flatMap(json -> scalar(name, json)).ifPresent(value -> scalars.put(name, value));
        }
        return scalars;
    }

    private static <T> T readAll(String pointer, JsonNode json, Function<JsonFields, T> reader, List<Reason> reasons) {
        var fields = new JsonFields(pointer, json, reasons);
        T read = reader.apply(fields);
        fields.unread.keySet().forEach(name -> fields.refuse(name, "is not a known field"));
        return read;
    }

    private Optional<JsonNode> take(String name) {
        return Optional.ofNullable(unread.remove(name)).filter(json -> !json.isNull());
    }

    private Optional<Object> scalar(String name, JsonNode json) {
        if (json.isNumber()) {
            return number(name, json).map(Object.class::cast);
        }
        if (json.isBoolean()) {
            return Optional.of(json.booleanValue());
        }
        if (json.isString()) {
            return text(name, json).map(Object.class::cast);
        }
        return refuse(name, "must be a string, a number, true or false");
    }

    private Optional<String> text(String name, JsonNode json) {
        if (!json.isString()) {
            return refuse(name, "must be a string");
        }
        return Optional.of(json.stringValue());
    }

    private Optional<BigDecimal> number(String name, JsonNode json) {
        BigDecimal number = json.decimalValue();
        return Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS
                ? refuse(name, "must have at most %d digits".formatted(MOST_DIGITS))
                : Optional.of(number);
    }

    private Optional<Long> wholeNumber(String name, JsonNode json) {
        if (!json.isNumber()) {
            return refuse(name, "must be a whole number");
        }
        return number(name, json).flatMap(number -> {
            try {
                return Optional.of(number.longValueExact());
            } catch (ArithmeticException _) {
                return refuse(name, "must be a whole number of at most 64 bits");
            }
        });
    }

    private Optional<Instant> moment(String name, String text) {
        try {
            OffsetDateTime moment = OffsetDateTime.parse(text);
            return moment.getYear() < 0 || moment.getYear() > LATEST_YEAR
                    ? refuse(name, "must be in the years 0000 to 9999")
                    : Optional.of(moment.toInstant().truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException _) {
            return refuse(name, "must be an ISO-8601 time with a zone, for example 2026-10-01T09:30:00Z");
        }
    }

    private <T> Optional<T> refuse(String name, String detail) {
        reasons.add(new Reason(pointerTo(name), detail));
        return Optional.empty();
    }

    private String pointerTo(String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
