package io.askwell.readiness.domain.signal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Comparator;

/** The identity of a signal within its customer. Ordered by the bytes of its reference. */
public record SignalId(String source, String id) implements Comparable<SignalId> {

    private static final Comparator<SignalId> BY_REFERENCE =
            Comparator.comparing(id -> id.reference().getBytes(UTF_8), Arrays::compareUnsigned);

    /** Two identities may read alike when a source contains a slash; the source then tells them apart. */
    private static final Comparator<SignalId> ORDER = BY_REFERENCE.thenComparing(SignalId::source);

    /** How evidence and retractions name the signal. */
    public String reference() {
        return source + "/" + id;
    }

    /** Without making the reference, because it is asked of every signal that is read. */
    boolean isReference(String text) {
        return text.length() == source.length() + 1 + id.length()
                && text.startsWith(source)
                && text.charAt(source.length()) == '/'
                && text.endsWith(id);
    }

    @Override
    public int compareTo(SignalId other) {
        return ORDER.compare(this, other);
    }
}
