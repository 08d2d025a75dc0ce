package io.askwell.reward.http;

import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.payout.TaxClearance;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** @param validUntil the end, not included; null for no end */
record TaxClearanceView(
        RewardView.PartyView beneficiary,
        String standing,
        String reference,
        String saidBy,
        Instant saidAt,
        @Nullable Instant validUntil) {

    static TaxClearanceView of(TaxClearance clearance) {
        return new TaxClearanceView(
                Objects.requireNonNull(RewardView.PartyView.of(clearance.beneficiary())),
                Word.of(clearance.standing()),
                clearance.reference(),
                clearance.saidBy(),
                clearance.saidAt(),
                clearance.validUntil());
    }
}
