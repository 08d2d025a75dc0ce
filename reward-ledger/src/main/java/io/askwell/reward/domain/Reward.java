package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.RewardEntries;
import io.askwell.reward.domain.ledger.Transfer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
            case InPayout _ -> RewardState.IN_PAYOUT;
            case Paid _ -> RewardState.PAID;
            case Rejected _ -> RewardState.REJECTED;
            case Voided _ -> RewardState.VOIDED;
            case ClawedBack _ -> RewardState.CLAWED_BACK;
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
        return terms().money(0);
    }

    /** What clawbacks want back and later rewards have not settled. */
    default Money recoverable() {
        return terms().money(0);
    }

    /** By how much refunds have made it smaller so far, in minor units. */
    default long reducedMinor() {
        return 0;
    }

    /** What it takes of the budget, in minor units: what was proposed, less what refunds took away; nothing once it has come to nothing. */
    default long committedMinor() {
        return state().isCommitted() ? terms().amount().amountMinor() - reducedMinor() : 0;
    }

    /** A reward that can still come to nothing before it is paid. */
    sealed interface Open extends Reward {
        Voided voided(List<Reason> reasons, Instant now);
    }

    /** A promise that a refund in part makes smaller, whatever has become of it so far. */
    sealed interface Reducible extends Reward {

        /** @param minor above zero and less than what is left of it */
        Reward reducedBy(long minor, Instant now);
    }

    /** A reward for which something was booked, or would have been if it were worth money. */
    sealed interface Booked extends Reward {

        RewardEntries entries();

        @Override
        default List<Transfer> transfers() {
            return entries().transfers();
        }
    }

    /** A reward whose hold was posted, and which was not taken back as a whole. */
    sealed interface Posted extends Booked {

        @Override
        default Money outstanding() {
            return terms().money(entries().owedMinor());
        }

        @Override
        default long reducedMinor() {
            return terms().amount().amountMinor() - entries().grantedMinor();
        }
    }

    record NotEligible(RewardTerms terms, List<Reason> reasons) implements Open {

        public NotEligible {
            reasons = List.copyOf(reasons);
        }

        /** Nothing is promised yet, so the newest judgement replaces the earlier one. */
        Reward reassessed(Award award, Instant now) {
            RewardTerms newest = award.terms(terms.key(), now);
            return award.isEligible()
                    ? AwaitingApproval.of(newest, award)
                    : new NotEligible(newest.stillProposedAs(terms), award.objections());
        }

        @Override
        public Voided voided(List<Reason> reasons, Instant now) {
            return new Voided(terms, List.of(), reasons, List.of(), 0);
        }
    }

    /** @param approvals of those who said yes already, where one person is not enough */
    record AwaitingApproval(RewardTerms terms, List<Approval> approvals, long reducedMinor) implements Open, Reducible {

        public AwaitingApproval {
            approvals = List.copyOf(approvals);
        }

        /** A deal of which a part was refunded before is rewarded for the rest. */
        static AwaitingApproval of(RewardTerms terms, Award award) {
            return new AwaitingApproval(terms, List.of(), award.reductionOf(terms.amount()));
        }

        public boolean isApprovedBy(String person) {
            return approvals.stream().anyMatch(approval -> approval.by().equals(person));
        }

        public Reward decided(Decision decision) {
            return switch (decision) {
                case Approval approval -> approved(approval);
                case Rejection rejection -> new Rejected(terms, rejection, reducedMinor);
            };
        }

        NotEligible withdrawn(List<Reason> reasons) {
            return new NotEligible(terms, reasons);
        }

        @Override
        public Money outstanding() {
            return terms.money(terms.amount().amountMinor() - reducedMinor);
        }

        @Override
        public AwaitingApproval reducedBy(long minor, Instant now) {
            return new AwaitingApproval(terms, approvals, reducedMinor + minor);
        }

        @Override
        public Voided voided(List<Reason> reasons, Instant now) {
            return new Voided(terms, approvals, reasons, List.of(), reducedMinor);
        }

        private Reward approved(Approval approval) {
            List<Approval> all = new ArrayList<>(approvals);
            all.add(approval);
            if (all.size() < terms.approversNeeded()) {
                return new AwaitingApproval(terms, all, reducedMinor);
            }
            RewardEntries entries = terms.entries(List.of());
            return new Approved(
                    terms,
                    all,
                    outstanding().amountMinor() == 0 ? entries : entries.hold(outstanding(), approval.at()));
        }
    }

    record Approved(RewardTerms terms, List<Approval> approvals, RewardEntries entries)
            implements Open, Reducible, Booked {

        public Approved {
            approvals = List.copyOf(approvals);
        }

        /**
         * Empty as long as the hold period runs or people argue about who is owed.
         *
         * @param debts what the beneficiary is to give back, the oldest first
         */
        public Optional<Payable> matured(Referral referral, List<RewardEntries.Debt> debts, Instant now) {
            if (now.isBefore(terms.holdUntil()) || referral.blocksPayable()) {
                return Optional.empty();
            }
            return Optional.of(
                    new Payable(terms, approvals, entries.heldMinor() == 0 ? entries : entries.post(debts, now)));
        }

        @Override
        public Money outstanding() {
            return terms.money(entries.heldMinor());
        }

        @Override
        public long reducedMinor() {
            return terms.amount().amountMinor() - entries.heldMinor();
        }

        @Override
        public Approved reducedBy(long minor, Instant now) {
            Money rest = terms.money(entries.heldMinor() - minor);
            return new Approved(terms, approvals, entries.voidHold(now).hold(rest, now));
        }

        @Override
        public Voided voided(List<Reason> reasons, Instant now) {
            RewardEntries ended = entries.heldMinor() == 0 ? entries : entries.voidHold(now);
            return new Voided(terms, approvals, reasons, ended.transfers(), reducedMinor());
        }
    }

    record Payable(RewardTerms terms, List<Approval> approvals, RewardEntries entries)
            implements Open, Reducible, Posted {

        public Payable {
            approvals = List.copyOf(approvals);
        }

        public InPayout takenInto(UUID batchId) {
            return new InPayout(terms, approvals, entries, batchId);
        }

        @Override
        public Payable reducedBy(long minor, Instant now) {
            return new Payable(terms, approvals, entries.reverse(minor, now));
        }

        @Override
        public Voided voided(List<Reason> reasons, Instant now) {
            long granted = entries.grantedMinor();
            RewardEntries ended = granted == 0 ? entries : entries.reverse(granted, now);
            return new Voided(terms, approvals, reasons, ended.transfers(), reducedMinor());
        }
    }

    /** Its outcome is not known yet. Whatever else happens waits for that. */
    record InPayout(RewardTerms terms, List<Approval> approvals, RewardEntries entries, UUID batchId)
            implements Posted {

        public InPayout {
            approvals = List.copyOf(approvals);
        }

        public Paid paid(Instant now) {
            return new Paid(terms, approvals, entries.payOut(now), 0);
        }

        public Payable failed() {
            return new Payable(terms, approvals, entries);
        }
    }

    /** @param recoveredMinor what later rewards of the beneficiary have settled of what refunds want back */
    record Paid(RewardTerms terms, List<Approval> approvals, RewardEntries entries, long recoveredMinor)
            implements Reducible, Posted {

        public Paid {
            approvals = List.copyOf(approvals);
        }

        public ClawedBack clawedBack(List<Reason> reasons, Instant now) {
            long granted = entries.grantedMinor();
            RewardEntries ended = granted == 0 ? entries : entries.clawBack(granted, now);
            return new ClawedBack(terms, approvals, reasons, ended, reducedMinor(), recoveredMinor);
        }

        @Override
        public Money recoverable() {
            return terms.money(entries.clawedBackMinor() - recoveredMinor);
        }

        @Override
        public Paid reducedBy(long minor, Instant now) {
            return new Paid(terms, approvals, entries.clawBack(minor, now), recoveredMinor);
        }
    }

    record Rejected(RewardTerms terms, Rejection rejection, long reducedMinor) implements Reward {

        @Override
        public List<Reason> reasons() {
            return List.of(Reason.of(Reason.Code.REJECTED, "person/" + rejection.by()));
        }
    }

    record Voided(
            RewardTerms terms,
            List<Approval> approvals,
            List<Reason> reasons,
            List<Transfer> transfers,
            long reducedMinor)
            implements Reward {

        public Voided {
            approvals = List.copyOf(approvals);
            reasons = List.copyOf(reasons);
            transfers = List.copyOf(transfers);
        }
    }

    /** @param recoveredMinor what later rewards of the beneficiary have settled of it */
    record ClawedBack(
            RewardTerms terms,
            List<Approval> approvals,
            List<Reason> reasons,
            RewardEntries entries,
            long reducedMinor,
            long recoveredMinor)
            implements Booked {

        public ClawedBack {
            approvals = List.copyOf(approvals);
            reasons = List.copyOf(reasons);
        }

        @Override
        public Money recoverable() {
            return terms.money(entries.clawedBackMinor() - recoveredMinor);
        }
    }
}
