package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that blocks asking.
 *
 * @param since when it opened
 * @param until when it ends by itself; null while it must be resolved
 */
public record Concern(Kind kind, Instant since, @Nullable Instant until, List<SignalId> evidence) {

    public enum Kind {
        TICKET,
        COMPLAINT,
        BILLING_PROBLEM,
        DELIVERY_GAP,
        CANCELLATION_CONSIDERED,
        USAGE_DROPPED,
        ACCOUNT_AT_RISK,
        FRUSTRATION,
        DETRACTOR,
        CONSENT_WITHDRAWN,
        CONSENT_UNCLEAR;

        private final String word = name().toLowerCase(Locale.ROOT);

        /** The contract's word. */
        public String word() {
            return word;
        }
    }

    /** A concern blocks from when it is known, even if its source's clock runs ahead of ours. */
    public Span stands() {
        return until == null ? Span.ALWAYS : Span.until(until);
    }
}
