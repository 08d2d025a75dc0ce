package io.askwell.reward.domain.payout;

import io.askwell.reward.domain.Party;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person says that the tax details of a beneficiary are on file, or are no more. The newest word on a beneficiary is the one
 * that counts; nothing said before is changed.
 *
 * @param reference where the details, or the reason for taking them back, are to be found; never the details themselves
 * @param validUntil the end, not included; null for no end
 */
public record TaxClearance(
        Party beneficiary,
        Standing standing,
        String reference,
        String saidBy,
        Instant saidAt,
        @Nullable Instant validUntil) {

    public enum Standing {
        ON_FILE,
        REVOKED
    }
}
