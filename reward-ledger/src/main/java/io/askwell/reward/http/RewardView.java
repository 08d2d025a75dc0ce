package io.askwell.reward.http;

import io.askwell.reward.domain.Approval;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Reason;
import io.askwell.reward.domain.Rejection;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.RewardTerms;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A reward as the contract shows it. The beneficiary is null as long as nobody is credited. */
record RewardView(
        UUID rewardId,
        String referralId,
        String program,
        String rule,
        String role,
        @Nullable PartyView beneficiary,
        String form,
        MoneyView amount,
        MoneyView outstanding,
        MoneyView recoverable,
        String state,
        Instant holdUntil,
        Instant proposedAt,
        List<ReasonView> reasons,
        List<Approval> approvals,
        @Nullable Rejection rejection,
        List<UUID> transfers) {

    record PartyView(String kind, String id) {

        static @Nullable PartyView of(@Nullable Party party) {
            return party == null ? null : new PartyView(Word.of(party.kind()), party.id());
        }
    }

    record ReasonView(String code, List<String> evidence) {

        static ReasonView of(Reason reason) {
            return new ReasonView(Word.of(reason.code()), reason.evidence());
        }
    }

    static RewardView of(Reward reward) {
        RewardTerms terms = reward.terms();
        return new RewardView(
                terms.rewardId(),
                terms.key().referralId(),
                terms.program(),
                terms.key().rule(),
                Word.of(terms.key().role()),
                PartyView.of(terms.beneficiary()),
                Word.of(terms.form()),
                MoneyView.of(terms.amount()),
                MoneyView.of(reward.outstanding()),
                MoneyView.of(reward.recoverable()),
                Word.of(reward.state()),
                terms.holdUntil(),
                terms.proposedAt(),
                reward.reasons().stream().map(ReasonView::of).toList(),
                reward.approvals(),
                reward instanceof Reward.Rejected rejected ? rejected.rejection() : null,
                reward.transfers().stream().map(Transfer::transferId).toList());
    }
}
