package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Transfer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reward went from one state to the next.
 *
 * @param before null when the reward came into being
 */
public record Step(Kind kind, @Nullable Reward before, Reward after) {

    public enum Kind {
        PROPOSED,
        REASSESSED,
        /** One person said yes where more are needed. */
        SECONDED,
        APPROVED,
        REJECTED,
        PAYABLE,
        IN_PAYOUT,
        PAYOUT_FAILED,
        PAID,
        REDUCED,
        VOIDED,
        CLAWED_BACK
    }

    public Step {
        if (before != null && !before.terms().key().equals(after.terms().key())) {
            throw new IllegalArgumentException("two rewards in one step");
        }
    }

    public static Step proposed(Reward reward) {
        return new Step(Kind.PROPOSED, null, reward);
    }

    public static Step between(Reward before, Reward after) {
        boolean isReduced = before.state() == after.state();
        Kind kind = switch (after) {
            case Reward.NotEligible _ -> Kind.REASSESSED;
            case Reward.AwaitingApproval awaiting -> waiting(before, awaiting);
            case Reward.Approved _ -> isReduced ? Kind.REDUCED : Kind.APPROVED;
            case Reward.Payable _ when before instanceof Reward.InPayout -> Kind.PAYOUT_FAILED;
            case Reward.Payable _ -> isReduced ? Kind.REDUCED : Kind.PAYABLE;
            case Reward.InPayout _ -> Kind.IN_PAYOUT;
            case Reward.Paid _ -> isReduced ? Kind.REDUCED : Kind.PAID;
            case Reward.Rejected _ -> Kind.REJECTED;
            case Reward.Voided _ -> Kind.VOIDED;
            case Reward.ClawedBack _ -> Kind.CLAWED_BACK;
        };
        return new Step(kind, before, after);
    }

    /** What this step booked: states only ever add transfers. */
    public List<Transfer> transfers() {
        int booked = before == null ? 0 : before.transfers().size();
        return after.transfers().subList(booked, after.transfers().size());
    }

    public boolean joinsTheQueue() {
        return after instanceof Reward.AwaitingApproval;
    }

    public boolean leavesTheQueue() {
        return before instanceof Reward.AwaitingApproval && !joinsTheQueue();
    }

    private static Kind waiting(Reward before, Reward.AwaitingApproval after) {
        if (!(before instanceof Reward.AwaitingApproval waited)) {
            return Kind.REASSESSED;
        }
        return after.approvals().size() > waited.approvals().size() ? Kind.SECONDED : Kind.REDUCED;
    }
}
