package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Answered;
import io.askwell.ask.domain.Ask.Approved;
import io.askwell.ask.domain.Ask.Declined;
import io.askwell.ask.domain.Ask.Deferred;
import io.askwell.ask.domain.Ask.Expired;
import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.Ask.Released;
import io.askwell.ask.domain.Ask.Withdrawn;
import io.askwell.ask.domain.AskStep.Kind;
import io.askwell.ask.domain.ContinuingRule.NoConcern;
import io.askwell.ask.domain.customer.AskingSignal.AskAnswered;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.draft.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Decides what comes of what is known of a customer at a moment: answers taken, the open ask recalled, returned or
 * expired, then every open trigger made an ask or held back. Looking again without news at the same moment changes
 * nothing.
 */
public final class Drafter {

    /** How soon to look again when signals that the assessment knows have not come yet; they are on their way. */
    private static final Duration SIGNALS_ON_THEIR_WAY = Duration.ofMillis(50);

    private final AskPolicy policy;
    private final Objections objections;
    private final Opportunities opportunities;

    /** @param holidays that no time of sending is recommended on */
    public Drafter(AskPolicy policy, Holidays holidays) {
        this.policy = policy;
        this.objections = new Objections(policy);
        this.opportunities = new Opportunities(objections, new Proposals(policy, holidays));
    }

    /**
     * @param signalsApplied whether all signals that the assessment knows have been applied; until then nothing is opened
     * @param newAskId of the ask that may be opened; at most one is
     */
    public Review review(Customer customer, boolean signalsApplied, String newAskId, Instant now) {
        var steps = new ArrayList<AskStep>();
        Optional<Open> reassigned = reassigned(customer);
        Customer known = reassigned.map(customer::after).orElse(customer);
        for (AskStep answered : answers(known, now)) {
            steps.add(answered);
            known = known.after(answered.ask());
        }
        Customer beforeTime = known;
        Optional<AskStep> moved = known.openAsk().flatMap(open -> move(beforeTime, open, now));
        if (moved.isPresent()) {
            steps.add(moved.get());
            known = known.after(moved.get().ask());
        }
        if (!signalsApplied
                && known.mayBeAsked()
                && !opportunities.of(known, now).isEmpty()) {
            Optional<Instant> soon = Optional.of(now.plus(SIGNALS_ON_THEIR_WAY));
            return new Review(known, reassigned, steps, List.of(), soon);
        }
        Optional<Pending> drafted = opportunities.open(known, newAskId, now);
        if (drafted.isPresent()) {
            steps.add(new AskStep(Kind.DRAFTED, drafted.get(), now));
            known = known.after(drafted.get());
        }
        List<HeldBack> heldBack = opportunities.heldBack(known, newAskId, now);
        return new Review(known, reassigned, steps, heldBack, nextMoment(known, heldBack, now));
    }

    private static Optional<Open> reassigned(Customer customer) {
        return customer.openAsk()
                .filter(ask -> !Objects.equals(ask.proposal().ownerId(), customer.ownerId()))
                .map(ask -> ask.ownedBy(customer.ownerId()));
    }

    private static List<AskStep> answers(Customer customer, Instant now) {
        return customer.asks().stream()
                .flatMap(ask -> customer.signals().answerTo(ask.id()).stream().flatMap(answer -> answered(ask, answer)))
                .map(answered -> new AskStep(Kind.ANSWERED, answered, now))
                .toList();
    }

    /** Nothing when the ask has not left, or has this answer already. */
    private static Stream<Answered> answered(Ask ask, AskAnswered answer) {
        return switch (ask) {
            case Released released -> Stream.of(released.answer(answer.response(), answer.occurredAt()));
            case Answered answered ->
                Stream.of(answered.correct(answer.response(), answer.occurredAt()))
                        .filter(corrected -> !corrected.equals(answered));
            case Open _, Declined _, Withdrawn _, Expired _ -> Stream.of();
        };
    }

    /** A concern comes before the clock: a held customer's ask is withdrawn, not expired. */
    private Optional<AskStep> move(Customer customer, Open open, Instant now) {
        List<Reason> recall = NoConcern.reasons(customer, open);
        if (!recall.isEmpty()) {
            return Optional.of(new AskStep(Kind.WITHDRAWN, open.withdraw(recall, now), now));
        }
        return switch (open) {
            case Pending pending -> expire(pending, pending.expiresAt(), now).or(() -> escalate(pending, now));
            case Approved approved -> expire(approved, approved.expiresAt(), now);
            case Deferred deferred -> comeBack(customer, deferred, now);
        };
    }

    static Optional<AskStep> expire(Open open, Instant expiresAt, Instant now) {
        return now.isBefore(expiresAt)
                ? Optional.empty()
                : Optional.of(new AskStep(Kind.EXPIRED, open.expire(List.of(Reason.of("window_closed")), now), now));
    }

    /** Once for each stay in pending. */
    private static Optional<AskStep> escalate(Pending pending, Instant now) {
        return pending.escalatedAt() != null || now.isBefore(pending.escalatesAt())
                ? Optional.empty()
                : Optional.of(new AskStep(Kind.ESCALATED, pending.escalate(now), now));
    }

    private Optional<AskStep> comeBack(Customer customer, Deferred deferred, Instant now) {
        if (now.isBefore(deferred.until())) {
            return Optional.empty();
        }
        List<Reason> against = objections.toContinuing(customer, deferred, now).stream()
                .map(Objection::reason)
                .toList();
        return Optional.of(
                against.isEmpty()
                        ? new AskStep(Kind.RETURNED, deferred.comeBack(now, now.plus(policy.returnedAskOpenFor())), now)
                        : new AskStep(Kind.EXPIRED, deferred.expire(against, now), now));
    }

    private static Optional<Instant> nextMoment(Customer customer, List<HeldBack> heldBack, Instant now) {
        var moments = new ArrayList<Instant>();
        customer.openAsk()
                .map(open -> switch (open) {
                    case Pending pending -> pending.escalatedAt() == null ? pending.escalatesAt() : pending.expiresAt();
                    case Approved approved -> approved.expiresAt();
                    case Deferred deferred -> deferred.until();
                })
                .ifPresent(moments::add);
        Opportunities.beginnings(customer, now).forEach(moments::add);
        for (HeldBack opportunity : heldBack) {
            opportunity
                    .recheckAt()
                    .filter(opportunity.trigger()::isOpen)
                    .filter(now::isBefore)
                    .ifPresent(moments::add);
        }
        return moments.stream().min(Instant::compareTo);
    }
}
