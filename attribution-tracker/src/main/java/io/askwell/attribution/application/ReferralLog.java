package io.askwell.attribution.application;

import io.askwell.attribution.domain.ReferralChange;
import java.time.Instant;

/** Where the service says what happened, in the transaction in which it happens. */
public interface ReferralLog {

    /**
     * Announces every step of the change, and every review that it opens, changes or closes.
     *
     * @param cause the fact ({@code source/id}) or the review that was ruled on
     */
    void append(ReferralChange change, String cause, Instant recordedAt);
}
