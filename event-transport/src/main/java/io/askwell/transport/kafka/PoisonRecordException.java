package io.askwell.transport.kafka;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** This record can never be applied, however often it is tried: it goes to the dead-letter topic at once. */
public final class PoisonRecordException extends RuntimeException {

    private static final Pattern REASON = Pattern.compile("[a-z][a-z0-9_]{0,39}");

    private final String reason;

    /**
     * @param reason one of few constant words such as {@code unknown_kind}: it labels a meter
     * @param detail a sentence for the person who looks at the dead letter
     */
    public PoisonRecordException(String reason, String detail) {
        this(reason, detail, null);
    }

    public PoisonRecordException(String reason, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        if (!REASON.matcher(reason).matches()) {
            throw new IllegalArgumentException("A reason is a constant word, not: " + reason);
        }
        this.reason = reason;
    }

    static Optional<PoisonRecordException> in(Throwable failure) {
        if (failure instanceof PoisonRecordException poison) {
            return Optional.of(poison);
        }
        return Optional.ofNullable(failure.getCause()).flatMap(PoisonRecordException::in);
    }

    public String reason() {
        return reason;
    }
}
