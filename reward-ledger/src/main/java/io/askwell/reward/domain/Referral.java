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
 * @param flags what the tracker noticed about the credited claim, in its words; about the referral while nobody is credited
 * @param basisKnown whether it is known why the lead may be contacted
 * @param referrerDomains registrable domains of the addresses that were given for the credited referrer
 * @param leadDomain registrable domain of the lead's address; null where none is known
 * @param correlationId one id from the first signal to the last transfer
 */
public record Referral(
        String referralId,
        Attribution attribution,
        @Nullable Win win,
        List<String> openReviews,
        Set<String> flags,
        boolean basisKnown,
        Set<String> referrerDomains,
        @Nullable String leadDomain,
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
        referrerDomains = Set.copyOf(referrerDomains);
    }

    /** Nothing becomes payable while people still argue about who is owed. */
    public boolean blocksPayable() {
        return attribution.credited().isEmpty() || !openReviews.isEmpty();
    }
}
