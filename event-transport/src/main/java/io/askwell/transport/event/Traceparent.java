package io.askwell.transport.event;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of the work at hand. An edge binds it while it handles one request or one record; whatever is written
 * meanwhile carries a child of it, without a parameter in every method between the two.
 *
 * @param traceId 32 lower-case hexadecimal digits, not all zero
 * @param spanId 16 lower-case hexadecimal digits, not all zero
 */
public record Traceparent(String traceId, String spanId, boolean sampled) {

    public static final String HEADER = "traceparent";

    private static final ScopedValue<Traceparent> CURRENT = ScopedValue.newInstance();
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** The trace of the work at hand, or a new one where no edge has bound any. */
    public static Traceparent current() {
        return CURRENT.isBound() ? CURRENT.get() : start();
    }

    public static Traceparent start() {
        return new Traceparent(randomHex() + randomHex(), randomHex(), true);
    }

    /** The child of what the caller sent, or a new trace when that is absent or malformed. */
    public static Traceparent continuing(@Nullable String header) {
        return parse(header).map(Traceparent::child).orElseGet(Traceparent::start);
    }

    public static Traceparent continuing(Headers headers) {
        @Nullable Header header = headers.lastHeader(HEADER);
        return continuing(header == null || header.value() == null ? null : new String(header.value(), US_ASCII));
    }

    /** Versions after 00 are read by the parts that 00 defines, as the specification asks; version ff is none. */
    public static Optional<Traceparent> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        var form = FORM.matcher(header);
        if (!form.matches() || form.group(1).equals("ff") || (form.group(1).equals("00") && form.group(5) != null)) {
            return Optional.empty();
        }
        boolean sampled = (Integer.parseInt(form.group(4), 16) & 1) == 1;
        return Optional.of(new Traceparent(form.group(2), form.group(3), sampled));
    }

    public Traceparent child() {
        return new Traceparent(traceId, randomHex(), sampled);
    }

    /** Runs the work with this trace as the current one. */
    public <R, X extends Throwable> R during(ScopedValue.CallableOp<R, X> work) throws X {
        return ScopedValue.where(CURRENT, this).call(work);
    }

    /** The header's text. */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    private static String randomHex() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE));
    }
}
