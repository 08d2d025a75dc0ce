package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of an accepted referral owes it now; one thing at a time. Its clock runs from when we heard, not from when it
 * happened: nobody can be late with what was told too late, and history that is imported reminds nobody.
 *
 * @param owner person who works the lead; null makes it an operator's task
 * @param since when it began, or when something new about the lead was heard last
 * @param dueAt when time alone changes it next; null when time changes nothing any more
 */
public record OwnerTask(
        UUID referralId,
        Kind kind,
        Status status,
        @Nullable String owner,
        Instant since,
        @Nullable Instant dueAt) {

    /** What is owed. */
    public enum Kind {
        FIRST_CONTACT,

        /** Anything new about a lead that is being worked. */
        UPDATE
    }

    /** How pressing it is. */
    public enum Status {
        OPEN,

        /** The owner was reminded. */
        REMINDED,

        /** An operator has to see to it. */
        ESCALATED,

        DONE
    }

    /** Whether an operator, and not the owner, has to act. */
    public boolean isOperators() {
        return owner == null || status == Status.ESCALATED;
    }

    /** Empty as long as nobody accepted the lead. */
    public static Optional<OwnerTask> after(
            @Nullable OwnerTask known, ReferralChange change, Instant now, OwnerTaskPolicy policy) {
        Referral referral = change.after();
        boolean open = referral.mergedInto() == null && referral.progress().disposition() == Disposition.OPEN;
        return switch (referral.progress().stage()) {
            case ACCEPTED -> open ? Optional.of(firstContact(known, referral, now, policy)) : done(known);
            case INTRO_MADE, MEETING_BOOKED, DEAL_CREATED ->
                open ? Optional.of(update(known, change, now, policy)) : done(known);
            case SUBMITTED, DEAL_WON, DEAL_LOST, UNQUALIFIED, REFUNDED -> done(known);
        };
    }

    /** As it stands at a moment at which nothing else has happened. */
    public OwnerTask at(Instant now, OwnerTaskPolicy policy) {
        if (dueAt == null || now.isBefore(dueAt)) {
            return this;
        }
        boolean operatorsTurn =
                kind == Kind.FIRST_CONTACT || owner == null || !now.isBefore(since.plus(policy.remindOperatorAfter()));
        return operatorsTurn
                ? new OwnerTask(referralId, kind, Status.ESCALATED, owner, since, null)
                : new OwnerTask(
                        referralId, kind, Status.REMINDED, owner, since, since.plus(policy.remindOperatorAfter()));
    }

    private static OwnerTask firstContact(
            @Nullable OwnerTask known, Referral referral, Instant now, OwnerTaskPolicy policy) {
        return known != null && known.kind == Kind.FIRST_CONTACT && known.status != Status.DONE
                ? known.ownedBy(referral.owner())
                : new OwnerTask(
                        referral.referralId(),
                        Kind.FIRST_CONTACT,
                        Status.OPEN,
                        referral.owner(),
                        now,
                        policy.hours().after(now, policy.firstContactWithin()));
    }

    private static OwnerTask update(
            @Nullable OwnerTask known, ReferralChange change, Instant now, OwnerTaskPolicy policy) {
        if (known != null && known.kind == Kind.UPDATE && known.status != Status.DONE && !isNews(change)) {
            return known;
        }
        return new OwnerTask(
                change.after().referralId(),
                Kind.UPDATE,
                Status.OPEN,
                change.after().owner(),
                now,
                now.plus(policy.remindOwnerAfter()));
    }

    /** A report that repeats what is known is no update. */
    private static boolean isNews(ReferralChange change) {
        Referral before = change.before();
        return before == null
                || !before.progress().equals(change.after().progress())
                || !Objects.equals(before.owner(), change.after().owner());
    }

    private static Optional<OwnerTask> done(@Nullable OwnerTask known) {
        return Optional.ofNullable(known)
                .map(task -> new OwnerTask(task.referralId, task.kind, Status.DONE, task.owner, task.since, null));
    }

    private OwnerTask ownedBy(@Nullable String newest) {
        return new OwnerTask(referralId, kind, status, newest, since, dueAt);
    }
}
