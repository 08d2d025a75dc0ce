package io.askwell.ask.domain;

import io.askwell.ask.domain.OwnerCommand.Approve;
import io.askwell.ask.domain.OwnerCommand.Decline;
import io.askwell.ask.domain.OwnerCommand.Defer;
import io.askwell.ask.domain.OwnerCommand.Redraft;
import io.askwell.ask.domain.Person.Role;
import io.askwell.ask.domain.Scenario.Assess;
import io.askwell.ask.domain.Scenario.Decide;
import io.askwell.ask.domain.Scenario.Event;
import io.askwell.ask.domain.Scenario.Signal;
import io.askwell.ask.domain.customer.AskResponse;
import io.askwell.ask.domain.customer.AskingSignal;
import io.askwell.ask.domain.customer.AskingSignal.Identity;
import io.askwell.ask.domain.customer.AskingSignals;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import io.askwell.ask.domain.customer.Concern;
import io.askwell.ask.domain.customer.Peer;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.customer.Segment;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;
import io.askwell.ask.domain.draft.Holidays;
import io.askwell.ask.domain.draft.Template;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Plays a scenario on the domain, as the application would, and keeps what came of it. */
final class Story {

    private final Drafter drafter;
    private final OwnerDecisions decisions;
    private final Releases releases;

    private Customer customer = new Customer("C-1", null, AskingSignals.NONE, List.of());
    private boolean signalsApplied = true;
    private int opened;
    private final List<AskStep> steps = new ArrayList<>();
    private @Nullable Review lastReview;
    private @Nullable DecisionResult lastDecision;

    Story(AskPolicy policy) {
        this.drafter = new Drafter(policy, Holidays.NONE);
        this.decisions = new OwnerDecisions(policy);
        this.releases = new Releases(policy, Optional.empty());
    }

    Story play(List<Event> events) {
        for (Event event : events) {
            Instant now = Scenario.moment(event.at());
            happen(event, now);
            opened++;
            Review review = drafter.review(customer, signalsApplied, "ask-" + opened, now);
            customer = review.customer();
            steps.addAll(review.steps());
            lastReview = review;
        }
        return this;
    }

    Customer customer() {
        return customer;
    }

    List<AskStep> steps() {
        return steps;
    }

    Review lastReview() {
        return Objects.requireNonNull(lastReview, "Nothing happened");
    }

    DecisionResult lastDecision() {
        return Objects.requireNonNull(lastDecision, "Nobody decided");
    }

    Ask latestAsk() {
        return customer.asks().getLast();
    }

    private void happen(Event event, Instant now) {
        if (event.assess() != null) {
            signalsApplied = !Boolean.TRUE.equals(event.assess().unread());
            customer = customer.assessed(assessment(event.assess(), now).at(now).build());
        } else if (event.signal() != null) {
            customer = customer.signals()
                    .with(signal(event.signal(), now))
                    .map(customer::with)
                    .orElse(customer);
        } else if (event.decide() != null) {
            decide(event.decide(), now);
        } else if (Boolean.TRUE.equals(event.release())) {
            releases.decide(customer, latestAsk().id(), now).ifPresent(this::take);
        }
    }

    private void decide(Decide decide, Instant now) {
        DecisionResult result = decisions.decide(customer, latestAsk().id(), command(decide), now);
        if (result instanceof DecisionResult.Decided decided) {
            decided.steps().forEach(this::take);
        }
        lastDecision = result;
    }

    private void take(AskStep step) {
        customer = customer.after(step.ask());
        steps.add(step);
    }

    private static OwnerCommand command(Decide decide) {
        Role role = decide.role() == null ? Role.ACCOUNT_OWNER : Role.valueOf(upperCase(decide.role()));
        var person = new Person(orElse(decide.by(), "rep-7"), role);
        int version = orElse(decide.draftVersion(), 1);
        return switch (decide.decision()) {
            case "approve" -> new Approve(person, version, decide.subject(), decide.body(), null);
            case "decline" -> new Decline(person, version, "not now");
            case "defer" ->
                new Defer(person, version, "later", Scenario.moment(Objects.requireNonNull(decide.until())));
            case "redraft" ->
                new Redraft(
                        person,
                        version,
                        Template.valueOf(upperCase(Objects.requireNonNull(decide.template()))),
                        decide.variant());
            default -> throw new IllegalArgumentException("No decision is " + decide.decision());
        };
    }

    private static Given.AssessmentBuilder assessment(Assess assess, Instant now) {
        Readiness decision = readiness(orElse(assess.decision(), "ask_now"));
        List<String> concerns = orElse(assess.concerns(), List.of());
        var given = Given.assessment()
                .decision(decision)
                .band(readiness(orElse(assess.band(), decision == Readiness.SOFT_MENTION ? "soft_mention" : "ask_now")))
                .concerns(concerns.stream()
                        .map(kind -> new Concern(
                                kind,
                                now,
                                Optional.ofNullable(assess.concernsEnd())
                                        .map(Scenario::moment)
                                        .orElse(null),
                                List.of("desk/" + kind)))
                        .toList())
                .reasons(orElse(assess.reasons(), concerns).stream()
                        .map(Reason::of)
                        .toList())
                .lastConcernAt(Optional.ofNullable(assess.lastConcern())
                        .map(Scenario::moment)
                        .orElse(null))
                .coveredThrough(assess.covered() == null ? null : new SignalPosition(0, assess.covered()))
                .ownedBy(orElse(assess.owner(), "rep-7"))
                .segment(assess.segment() == null ? null : Segment.valueOf(upperCase(assess.segment())))
                .peer(
                        assess.peer() == null
                                ? null
                                : new Peer(assess.peer(), null, null, List.of("app/peer_mentioned")));
        return assess.triggers() == null
                ? given
                : given.triggers(assess.triggers().stream()
                        .map(window -> new Trigger(
                                TriggerKind.valueOf(upperCase(window.kind())),
                                Scenario.moment(window.from()),
                                Scenario.moment(window.to()),
                                List.of(orElse(window.evidence(), "app/" + window.kind()))))
                        .toList());
    }

    private static AskingSignal signal(Signal signal, Instant now) {
        Instant happened =
                Optional.ofNullable(signal.happened()).map(Scenario::moment).orElse(now);
        String id = signal.id() != null && signal.id().contains("/")
                ? signal.id()
                : "app/" + orElse(signal.id(), signal.kind() + "-" + happened);
        var identity = new Identity(id, orElse(signal.revision(), 0), happened, signal.toString());
        return switch (signal.kind()) {
            case "ask_recorded" -> new AskingSignal.AskRecorded(identity);
            case "ask_answered" ->
                new AskingSignal.AskAnswered(
                        identity,
                        "ask-1",
                        signal.response() == null ? null : AskResponse.valueOf(upperCase(signal.response())));
            case "ask_limits_set" ->
                new AskingSignal.LimitsSet(
                        identity,
                        signal.maxPerQuarter(),
                        Optional.ofNullable(signal.notBefore())
                                .map(Scenario::moment)
                                .orElse(null),
                        signal.never());
            case "signal_retracted" -> new AskingSignal.Retracted(identity, Objects.requireNonNull(signal.retracts()));
            case "signal_revised" ->
                new AskingSignal.Revised(identity, new SignalPosition(0, Objects.requireNonNull(signal.offset())));
            default -> throw new IllegalArgumentException("No signal about asking is " + signal.kind());
        };
    }

    private static Readiness readiness(String word) {
        return Readiness.valueOf(upperCase(word));
    }

    private static String upperCase(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static <T> T orElse(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    static Duration fromStart(Instant moment) {
        return Duration.between(Scenario.START, moment);
    }
}
