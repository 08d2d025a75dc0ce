package io.askwell.reward.kafka;

import io.askwell.event.v1.EventMeta;
import io.askwell.event.v1.Policy;
import io.askwell.reward.application.Cause;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.RewardTerms;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.rewards.v1.Approval;
import io.askwell.rewards.v1.PendingReward;
import io.askwell.rewards.v1.PersonDecision;
import io.askwell.rewards.v1.RewardDecision;
import io.askwell.rewards.v1.RewardEvent;
import io.askwell.rewards.v1.RewardEventType;
import io.askwell.rewards.v1.RewardForm;
import io.askwell.rewards.v1.RewardRole;
import io.askwell.rewards.v1.RewardState;
import io.askwell.rewards.v1.Transfer;
import io.askwell.rewards.v1.TransferCode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From a step to its event. The contract spells every word as the domain does, in lower case. */
final class RewardEvents {

    private RewardEvents() {}

    static RewardEvent event(Step step, Cause cause) {
        Reward reward = step.after();
        RewardTerms terms = reward.terms();
        return RewardEvent.newBuilder()
                .setMeta(meta(step, cause))
                .setType(type(step))
                .setRewardId(terms.rewardId().toString())
                .setReferralId(terms.key().referralId())
                .setProgram(terms.program())
                .setRule(terms.key().rule())
                .setRole(RewardRole.valueOf(Word.of(terms.key().role())))
                .setBeneficiary(party(terms.beneficiary()))
                .setForm(RewardForm.valueOf(Word.of(terms.form())))
                .setAmount(money(terms.amount()))
                .setOutstanding(money(reward.outstanding()))
                .setRecoverable(money(reward.recoverable()))
                .setState(RewardState.valueOf(Word.of(reward.state())))
                .setHoldUntil(terms.holdUntil())
                .setReasons(reward.reasons().stream().map(RewardEvents::reason).toList())
                .setDecision(decision(step))
                .setApprovals(
                        reward.approvals().stream().map(RewardEvents::approval).toList())
                .setTransfers(
                        step.transfers().stream().map(RewardEvents::transfer).toList())
                .setPolicy(policy(terms))
                .build();
    }

    static PendingReward pending(Step step, Cause cause) {
        RewardTerms terms = step.after().terms();
        return PendingReward.newBuilder()
                .setMeta(meta(step, cause))
                .setRewardId(terms.rewardId().toString())
                .setReferralId(terms.key().referralId())
                .setProgram(terms.program())
                .setRule(terms.key().rule())
                .setRole(RewardRole.valueOf(Word.of(terms.key().role())))
                .setBeneficiary(party(terms.beneficiary()))
                .setForm(RewardForm.valueOf(Word.of(terms.form())))
                .setAmount(money(terms.amount()))
                .setOutstanding(money(step.after().outstanding()))
                .setHoldUntil(terms.holdUntil())
                .setProposedAt(terms.proposedAt())
                .setPolicy(policy(terms))
                .build();
    }

    private static RewardEventType type(Step step) {
        return switch (step.kind()) {
            case PROPOSED -> RewardEventType.reward_proposed;
            // It waits still; the event carries the decision of the one who said yes.
            case REASSESSED, SECONDED -> RewardEventType.reward_reassessed;
            case APPROVED -> RewardEventType.reward_approved;
            case REJECTED -> RewardEventType.reward_rejected;
            case PAYABLE -> RewardEventType.reward_payable;
            case IN_PAYOUT -> RewardEventType.reward_in_payout;
            case PAYOUT_FAILED -> RewardEventType.reward_payout_failed;
            case PAID -> RewardEventType.reward_paid;
            case REDUCED -> RewardEventType.reward_reduced;
            case VOIDED -> RewardEventType.reward_voided;
            case CLAWED_BACK -> RewardEventType.reward_clawed_back;
        };
    }

    private static EventMeta meta(Step step, Cause cause) {
        return EventMeta.newBuilder()
                .setEventId(eventId(step, cause))
                .setOccurredAt(cause.occurredAt())
                .setRecordedAt(cause.recordedAt())
                .setCorrelationId(step.after().terms().correlationId())
                .setCausationId(cause.eventId())
                .build();
    }

    /** Each kind of step happens to a reward once, or once for each event, batch or outcome of a payment that causes it. */
    private static String eventId(Step step, Cause cause) {
        String name = "step/" + step.after().terms().rewardId() + "/" + step.kind() + "/" + cause.eventId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static Policy policy(RewardTerms terms) {
        return new Policy(terms.policy().version(), terms.policy().hash());
    }

    private static io.askwell.event.v1.@Nullable Party party(@Nullable Party party) {
        return party == null
                ? null
                : new io.askwell.event.v1.Party(
                        io.askwell.event.v1.PartyKind.valueOf(Word.of(party.kind())), party.id());
    }

    private static io.askwell.event.v1.Money money(Money money) {
        return new io.askwell.event.v1.Money(money.amountMinor(), money.currency());
    }

    private static io.askwell.event.v1.Reason reason(io.askwell.reward.domain.Reason reason) {
        return new io.askwell.event.v1.Reason(Word.of(reason.code()), reason.evidence());
    }

    /** Only the step in which a person decided carries the decision; later ones carry what came of it. */
    private static @Nullable PersonDecision decision(Step step) {
        return switch (step.kind()) {
            case SECONDED, APPROVED -> {
                var approval = step.after().approvals().getLast();
                yield new PersonDecision(approval.by(), RewardDecision.approve, approval.reason(), approval.at());
            }
            case REJECTED -> {
                var rejection = ((Reward.Rejected) step.after()).rejection();
                yield new PersonDecision(rejection.by(), RewardDecision.reject, rejection.reason(), rejection.at());
            }
            case PROPOSED, REASSESSED, PAYABLE, IN_PAYOUT, PAYOUT_FAILED, PAID, REDUCED, VOIDED, CLAWED_BACK -> null;
        };
    }

    private static Approval approval(io.askwell.reward.domain.Approval approval) {
        return new Approval(approval.by(), approval.at());
    }

    private static Transfer transfer(io.askwell.reward.domain.ledger.Transfer transfer) {
        return Transfer.newBuilder()
                .setTransferId(transfer.transferId().toString())
                .setDebit(transfer.debit().name())
                .setCredit(transfer.credit().name())
                .setAmount(money(transfer.amount()))
                .setCode(TransferCode.valueOf(transfer.code().name()))
                .setPendingId(text(transfer.pendingId()))
                .setReverses(text(transfer.reverses()))
                .setAt(transfer.at())
                .build();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}
