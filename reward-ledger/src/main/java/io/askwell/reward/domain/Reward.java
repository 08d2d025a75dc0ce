package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.Transfer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A reward in one of its states. A move to another state is a method of the state that allows it, and each state holds
 * exactly the transfers that it must have.
 */
public sealed interface Reward {

    RewardTerms terms();

    default RewardState state() {
        return switch (this) {
            case NotEligible _ -> RewardState.NOT_ELIGIBLE;
            case AwaitingApproval _ -> RewardState.AWAITING_APPROVAL;
            case Approved _ -> RewardState.APPROVED;
            case Payable _ -> RewardState.PAYABLE;
            case Rejected _ -> RewardState.REJECTED;
            case Voided _ -> RewardState.VOIDED;
        };
    }

    /** Why it is where it is; empty for a reward on its way. */
    default List<Reason> reasons() {
        return List.of();
    }

    default List<Approval> approvals() {
        return List.of();
    }

    /** Everything ever booked for it, in order. */
    default List<Transfer> transfers() {
        return List.of();
    }

    /** What is still owed or to be owed; never negative. */
    default Money outstanding() {
        return Money.zero(terms().amount().currency());
    }

    /** A reward that can still come to nothing. */
    sealed interface Open extends Reward {
        Voided voided(List<Reason> reasons, Instant now);
    }

    record NotEligible(RewardTerms terms, List<Reason> reasons) implements Open {

        public NotEligible {
            reasons = List.copyOf(reasons);
        }

        /** Nothing is promised yet, so the newest judgement replaces the earlier one. */
        Reward reassessed(Award award, Instant now) {
            RewardTerms newest = award.terms(terms.key(), now);
            return award.isEligible()
                    ? new AwaitingApproval(newest)
                    : new NotEligible(newest.stillProposedAs(terms), award.objections());
        }

        @Override
        public Voided voided(List<Reason> reasons, Instant now) {
            return new Voided(terms, List.of(), reasons, List.of());
        }
    }

    record AwaitingApproval(RewardTerms terms) implements Open {

        public Reward decided(Decision decision) {
            return switch (decision) {
                case Approval approval -> new Approved(terms, List.of(approval), terms.hold(approval.at()));
                case Rejection rejection -> new Rejected(terms, rejection);
            };
        }

        NotEligible withdrawn(List<Reason> reasons) {
            return new NotEligible(terms, reasons);
        }

        @Override
        public Money outstanding() {
            return terms.amount();
        }

        @Override
        public Voided voided(List<Reason> reasons, Instant now) {
            return new Voided(terms, List.of(), reasons, List.of());
        }
    }

    record Approved(RewardTerms terms, List<Approval> approvals, Transfer hold) implements Open {

        public Approved {
            approvals = List.copyOf(approvals);
        }

        /** Empty as long as the hold period runs or people argue about who is owed. */
        public Optional<Payable> matured(Referral referral, Instant now) {
            if (now.isBefore(terms.holdUntil()) || referral.blocksPayable()) {
                return Optional.empty();
            }
            return Optional.of(new Payable(terms, approvals, hold, hold.posted(now)));
        }

        @Override
        public List<Transfer> transfers() {
            return List.of(hold);
        }

        @Override
        public Money outstanding() {
            return terms.amount();
        }

        @Override
        public Voided voided(List<Reason> reasons, Instant now) {
            return new Voided(terms, approvals, reasons, List.of(hold, hold.voided(now)));
        }
    }

    record Payable(RewardTerms terms, List<Approval> approvals, Transfer hold, Transfer posted) implements Open {

        public Payable {
            approvals = List.copyOf(approvals);
        }

        @Override
        public List<Transfer> transfers() {
            return List.of(hold, posted);
        }

        @Override
        public Money outstanding() {
            return terms.amount();
        }

        @Override
        public Voided voided(List<Reason> reasons, Instant now) {
            return new Voided(terms, approvals, reasons, List.of(hold, posted, posted.reversed(now)));
        }
    }

    record Rejected(RewardTerms terms, Rejection rejection) implements Reward {

        @Override
        public List<Reason> reasons() {
            return List.of(Reason.of(Reason.Code.REJECTED, "person/" + rejection.by()));
        }
    }

    record Voided(RewardTerms terms, List<Approval> approvals, List<Reason> reasons, List<Transfer> transfers)
            implements Reward {

        public Voided {
            approvals = List.copyOf(approvals);
            reasons = List.copyOf(reasons);
            transfers = List.copyOf(transfers);
        }
    }
}
