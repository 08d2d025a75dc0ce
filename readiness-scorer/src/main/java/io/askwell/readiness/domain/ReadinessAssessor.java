package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.domain.rule.ConcernRule;
import io.askwell.readiness.domain.rule.ReadinessPolicy;
import io.askwell.readiness.domain.rule.Reason;
import io.askwell.readiness.domain.rule.ScoreRule;
import io.askwell.readiness.domain.rule.Span;
import io.askwell.readiness.domain.rule.Timed;
import io.askwell.readiness.domain.rule.Trigger;
import io.askwell.readiness.domain.rule.TriggerRule;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Applies the policy to the signals of a customer. The first step that applies decides; the reasons of every step are listed. */
public final class ReadinessAssessor {

    private static final int MOST_EVIDENCE = 5;
    private static final Comparator<Concern> LONGEST_STANDING_FIRST = Comparator.comparing(Concern::since)
            .thenComparing(concern -> concern.evidence().getFirst());

    private final ReadinessPolicy policy;
    private final List<ScoreRule> scoreRules;
    private final List<ConcernRule> concernRules;
    private final List<TriggerRule> triggerRules;
    private final Reason noOpenTrigger;

    /** By the rules that are earned, of which there are few combinations. */
    private final Map<List<String>, List<Class<? extends Fact>>> earnedBeyond = new ConcurrentHashMap<>();

    public ReadinessAssessor(ReadinessPolicy policy) {
        this.policy = policy;
        this.scoreRules = policy.score().inOrder();
        this.concernRules = policy.concerns().inOrder();
        this.triggerRules = policy.triggers().inOrder();
        this.noOpenTrigger = Reason.of("no_open_trigger", List.of(), opening(triggerRules), null);
    }

    public Assessed assess(CustomerSignals signals, Instant now) {
        var timeline = new Timeline(now);
        List<Contribution> contributions = scoreRules.stream()
                .filter(rule -> signals.hasAnyOf(rule.earnedBy()))
                .flatMap(rule -> contribution(rule, signals, timeline).stream())
                .toList();
        List<Concern> concerns = concernRules.stream()
                .filter(rule -> signals.hasAnyOf(rule.openedBy()))
                .flatMap(rule -> timeline.holding(rule.concerns(signals), Concern::stands)
                        .sorted(LONGEST_STANDING_FIRST))
                .toList();
        List<Reason> tooEarly = timeline.holding(
                        policy.tooEarly().reasons(signals, policy.score().firstWin()), Timed::during)
                .map(Timed::what)
                .toList();
        List<Trigger> triggers = triggerRules.stream()
                .filter(rule -> signals.hasAnyOf(rule.openedBy()))
                .flatMap(rule -> timeline.holding(rule.triggers(signals), Trigger::open))
                .sorted(Trigger.EARLIEST_CLOSE_FIRST)
                .toList();

        int score = Math.min(
                policy.score().most(),
                contributions.stream().mapToInt(Contribution::points).sum());
        Readiness band = band(score);
        List<Reason> reasons = Stream.of(
                        held(concerns),
                        tooEarly.stream(),
                        belowThreshold(score, contributions),
                        withoutTrigger(triggers))
                .flatMap(Function.identity())
                .toList();
        Readiness decision = !concerns.isEmpty() ? Readiness.HOLD : reasons.isEmpty() ? band : Readiness.WAIT;
        var assessment = new Assessment(
                decision,
                score,
                band,
                contributions,
                concerns,
                triggers,
                reasons,
                lastConcernAt(signals),
                CustomerFacts.of(signals),
                Success.latestOf(signals),
                MentionedPeer.of(signals, triggers).orElse(null));
        return new Assessed(assessment, now, timeline.next());
    }

    private static Optional<Contribution> contribution(ScoreRule rule, CustomerSignals signals, Timeline timeline) {
        List<SignalId> evidence = timeline.holding(rule.earnings(signals), Timed::during)
                .map(Timed::what)
                .sorted(Signal.LATEST_FIRST)
                .map(Signal::id)
                .limit(MOST_EVIDENCE)
                .toList();
        return evidence.isEmpty()
                ? Optional.empty()
                : Optional.of(new Contribution(rule.name(), rule.points(), evidence));
    }

    private Readiness band(int score) {
        if (score >= policy.bands().askNow()) {
            return Readiness.ASK_NOW;
        }
        return score >= policy.bands().softMention() ? Readiness.SOFT_MENTION : Readiness.WAIT;
    }

    /** One reason a kind, however many concerns of it stand. */
    private Stream<Reason> held(List<Concern> concerns) {
        if (concerns.isEmpty()) {
            return Stream.empty();
        }
        return concernRules.stream()
                .map(rule -> new Held(
                        rule,
                        concerns.stream()
                                .filter(concern -> concern.kind() == rule.kind())
                                .toList()))
                .filter(held -> !held.by().isEmpty())
                .map(Held::reason);
    }

    private record Held(ConcernRule rule, List<Concern> by) {

        Reason reason() {
            return Reason.of(
                    rule.kind().name().toLowerCase(Locale.ROOT),
                    by.stream().flatMap(concern -> concern.evidence().stream()).toList(),
                    rule.endedBy(),
                    endsAt());
        }

        /** The last to end decides, and one that must be closed does not end by itself. */
        private @Nullable Instant endsAt() {
            return by.stream().anyMatch(concern -> concern.until() == null)
                    ? null
                    : by.stream()
                            .map(concern -> Objects.requireNonNull(concern.until()))
                            .max(Comparator.naturalOrder())
                            .orElseThrow();
        }
    }

    private Stream<Reason> belowThreshold(int score, List<Contribution> earned) {
        int missing = policy.bands().softMention() - score;
        if (missing <= 0) {
            return Stream.empty();
        }
        List<String> names = earned.stream().map(Contribution::rule).toList();
        List<Class<? extends Fact>> wouldEarn = earnedBeyond.computeIfAbsent(names, this::earningBeyond);
        return Stream.of(new Reason("score_below_threshold", List.of(), wouldEarn, null, missing));
    }

    private List<Class<? extends Fact>> earningBeyond(List<String> earned) {
        return scoreRules.stream()
                .filter(rule -> !earned.contains(rule.name()))
                .flatMap(rule -> rule.earnedBy().stream())
                .distinct()
                .toList();
    }

    private Stream<Reason> withoutTrigger(List<Trigger> triggers) {
        return triggers.isEmpty() ? Stream.of(noOpenTrigger) : Stream.empty();
    }

    private static List<Class<? extends Fact>> opening(List<TriggerRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.openedBy().stream())
                .distinct()
                .toList();
    }

    private @Nullable Instant lastConcernAt(CustomerSignals signals) {
        return concernRules.stream()
                .filter(rule -> signals.hasAnyOf(rule.openedBy()))
                .flatMap(rule -> rule.openings(signals))
                .map(Signal::acceptedAt)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Now, and the first moment after now at which anything that was looked at begins or ends. */
    private static final class Timeline {

        private final Instant now;
        private @Nullable Instant next;

        Timeline(Instant now) {
            this.now = now;
        }

        /** Every thing must be taken from the stream, or its moments are missed. */
        <T> Stream<T> holding(Stream<T> things, Function<T, Span> during) {
            return things.filter(thing -> {
                Span span = during.apply(thing);
                note(span.from());
                note(span.until());
                return span.includes(now);
            });
        }

        @Nullable
        Instant next() {
            return next;
        }

        private void note(Instant edge) {
            if (edge.isAfter(now) && !edge.equals(Instant.MAX) && (next == null || edge.isBefore(next))) {
                next = edge;
            }
        }
    }
}
