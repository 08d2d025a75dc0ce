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
        APPROVED,
        REJECTED,
        PAYABLE,
        VOIDED
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
        Kind kind = switch (after) {
            case Reward.NotEligible _, Reward.AwaitingApproval _ -> Kind.REASSESSED;
            case Reward.Approved _ -> Kind.APPROVED;
            case Reward.Rejected _ -> Kind.REJECTED;
            case Reward.Payable _ -> Kind.PAYABLE;
            case Reward.Voided _ -> Kind.VOIDED;
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
}
