package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Money;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows about a referral: always the newest it has been told, never a judgement of its own.
 *
 * @param win null before the deal is won
 * @param openReviews ids of the reviews that wait for a person
 * @param flags what the tracker noticed about it, in its words
 * @param basisKnown whether it is known why the lead may be contacted
 * @param correlationId one id from the first signal to the last transfer
 */
public record Referral(
        String referralId,
        Attribution attribution,
        @Nullable Win win,
        List<String> openReviews,
        Set<String> flags,
        boolean basisKnown,
        String correlationId) {

    /**
     * @param value null until somebody reports it
     * @param refunded so far, null when nothing
     */
    public record Win(
            Instant at, @Nullable Money value, @Nullable Money refunded) {

        public boolean isRefundedInFull() {
            return value != null && refunded != null && refunded.covers(value);
        }
    }

    public Referral {
        openReviews = List.copyOf(openReviews);
        flags = Set.copyOf(flags);
    }

    /** Nothing becomes payable while people still argue about who is owed. */
    public boolean blocksPayable() {
        return attribution.credited().isEmpty() || !openReviews.isEmpty();
    }
}
