package io.askwell.ask.domain;

import io.askwell.ask.domain.PersonDecision.Verdict;
import io.askwell.ask.domain.customer.AskResponse;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.draft.Draft;
import io.askwell.ask.domain.draft.wording.Composer.Composition;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An ask in one of its states. What a state allows is a method on it; what it does not allow cannot be called. Only
 * {@link Open} asks count for "one at a time".
 */
public sealed interface Ask {

    Proposal proposal();

    Draft draft();

    default String id() {
        return proposal().askId();
    }

    default State state() {
        return switch (this) {
            case Pending _ -> State.PENDING;
            case Approved _ -> State.APPROVED;
            case Deferred _ -> State.DEFERRED;
            case Declined _ -> State.DECLINED;
            case Withdrawn _ -> State.WITHDRAWN;
            case Expired _ -> State.EXPIRED;
            case Released _ -> State.RELEASED;
            case Answered _ -> State.ANSWERED;
        };
    }

    /** The states by name, for edges that store and show them. */
    enum State {
        PENDING(Pending.class),
        APPROVED(Approved.class),
        DEFERRED(Deferred.class),
        DECLINED(Declined.class),
        WITHDRAWN(Withdrawn.class),
        EXPIRED(Expired.class),
        RELEASED(Released.class),
        ANSWERED(Answered.class);

        private final Class<? extends Ask> type;

        State(Class<? extends Ask> type) {
            this.type = type;
        }

        public Class<? extends Ask> type() {
            return type;
        }
    }

    /** Not yet over: it can still be withdrawn. */
    sealed interface Open extends Ask {

        Open ownedBy(@Nullable String owner);

        default Withdrawn withdraw(List<Reason> reasons, Instant at) {
            return new Withdrawn(proposal(), draft(), reasons, at);
        }

        default Expired expire(List<Reason> reasons, Instant at) {
            return new Expired(proposal(), draft(), reasons, at);
        }
    }

    /**
     * Waits for its owner. Until {@code expiresAt}, exclusive.
     *
     * @param since its opening, or its return from deferral
     * @param escalatedAt when the program owner was told that nobody answers; null before
     */
    record Pending(
            Proposal proposal,
            Draft draft,
            Instant since,
            Instant expiresAt,
            @Nullable Instant escalatedAt) implements Open {

        /** When half of the time to answer is over. */
        Instant escalatesAt() {
            return since.plus(Duration.between(since, expiresAt).dividedBy(2));
        }

        public Pending escalate(Instant at) {
            return new Pending(proposal, draft, since, expiresAt, at);
        }

        public Pending edit(String subject, String body, Person editor) {
            return new Pending(proposal, draft.edited(subject, body, editor.id()), since, expiresAt, escalatedAt);
        }

        Pending redraft(Composition written, @Nullable SignalPosition known, Person picker) {
            return new Pending(
                    proposal.restingOn(
                            written.evidence(), known, written.draft().template()),
                    draft.followedBy(written.draft(), picker.id()),
                    since,
                    expiresAt,
                    escalatedAt);
        }

        public Approved approve(PersonDecision decision) {
            require(decision, Verdict.APPROVE);
            return new Approved(proposal, draft, expiresAt, decision);
        }

        public Deferred defer(PersonDecision decision, Instant until) {
            require(decision, Verdict.DEFER);
            return new Deferred(proposal, draft, decision, until);
        }

        public Declined decline(PersonDecision decision) {
            require(decision, Verdict.DECLINE);
            return new Declined(proposal, draft, decision);
        }

        @Override
        public Pending ownedBy(@Nullable String owner) {
            return new Pending(proposal.ownedBy(owner), draft, since, expiresAt, escalatedAt);
        }

        private static void require(PersonDecision decision, Verdict verdict) {
            if (decision.verdict() != verdict) {
                throw new IllegalArgumentException("The person decided " + decision.verdict() + ", not " + verdict);
            }
        }
    }

    /** Waits for the release fence. Until {@code expiresAt}, exclusive. */
    record Approved(Proposal proposal, Draft draft, Instant expiresAt, PersonDecision decision) implements Open {

        public Released release(Delivery delivery, Instant at) {
            return new Released(proposal, draft, decision, at, delivery);
        }

        @Override
        public Approved ownedBy(@Nullable String owner) {
            return new Approved(proposal.ownedBy(owner), draft, expiresAt, decision);
        }
    }

    /** Comes back to its owner later, if it is still allowed then. */
    record Deferred(Proposal proposal, Draft draft, PersonDecision decision, Instant until) implements Open {

        public Pending comeBack(Instant at, Instant expiresAt) {
            return new Pending(proposal, draft, at, expiresAt, null);
        }

        @Override
        public Deferred ownedBy(@Nullable String owner) {
            return new Deferred(proposal.ownedBy(owner), draft, decision, until);
        }
    }

    record Declined(Proposal proposal, Draft draft, PersonDecision decision) implements Ask {}

    /** Recalled before it left; its trigger may open another ask while its window is open. */
    record Withdrawn(Proposal proposal, Draft draft, List<Reason> reasons, Instant at) implements Ask {
        public Withdrawn {
            reasons = List.copyOf(reasons);
        }
    }

    record Expired(Proposal proposal, Draft draft, List<Reason> reasons, Instant at) implements Ask {
        public Expired {
            reasons = List.copyOf(reasons);
        }
    }

    /** Released at some time: what becomes of its delivery may be known only later, even after the answer. */
    sealed interface Left extends Ask {

        Delivery delivery();

        Left with(Delivery delivery);
    }

    /** Handed to delivery, once. */
    record Released(Proposal proposal, Draft draft, PersonDecision decision, Instant releasedAt, Delivery delivery)
            implements Left {

        public Answered answer(@Nullable AskResponse response, Instant at) {
            return new Answered(proposal, draft, decision, releasedAt, delivery, response, at);
        }

        @Override
        public Released with(Delivery latest) {
            return new Released(proposal, draft, decision, releasedAt, latest);
        }
    }

    /** The customer answered; {@code response} is null while the answer is only an unclassified text. */
    record Answered(
            Proposal proposal,
            Draft draft,
            PersonDecision decision,
            Instant releasedAt,
            Delivery delivery,
            @Nullable AskResponse response,
            Instant answeredAt)
            implements Left {

        /** The answer was revised, or an earlier one came late. */
        public Answered correct(@Nullable AskResponse counts, Instant at) {
            return new Answered(proposal, draft, decision, releasedAt, delivery, counts, at);
        }

        @Override
        public Answered with(Delivery latest) {
            return new Answered(proposal, draft, decision, releasedAt, latest, response, answeredAt);
        }
    }
}
