package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.domain.rule.ConcernRule;
import io.askwell.readiness.domain.rule.ReadinessPolicy;
import io.askwell.readiness.domain.rule.Reason;
import io.askwell.readiness.domain.rule.ScoreRule;
import io.askwell.readiness.domain.rule.Timed;
import io.askwell.readiness.domain.rule.Trigger;
import io.askwell.readiness.domain.rule.TriggerRule;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Applies the policy to the signals of a customer. The first step that applies decides; the reasons of every step are listed. */
public final class ReadinessAssessor {

    private static final int MOST_EVIDENCE = 5;
    private static final Comparator<Concern> LONGEST_STANDING_FIRST = Comparator.comparing(Concern::since)
            .thenComparing(concern -> concern.evidence().getFirst());

    private static final Comparator<Timed<Signal<?>>> LATEST_FIRST =
            (one, other) -> Signal.LATEST_FIRST.compare(one.what(), other.what());

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
        List<Contribution> contributions = contributions(signals, timeline);
        List<ConcernsOfKind> concernsByKind = concernsByKind(signals, timeline);
        List<Concern> concerns = listed(concernsByKind);
        List<Reason> tooEarly = tooEarly(signals, timeline);
        List<Trigger> triggers = triggers(signals, timeline);

        int score = score(contributions);
        Readiness band = band(score);
        List<Reason> reasons = new ArrayList<>();
        for (ConcernsOfKind kind : concernsByKind) {
            reasons.add(kind.reason());
        }
        reasons.addAll(tooEarly);
        reasons.addAll(belowThreshold(score, contributions));
        reasons.addAll(withoutTrigger(triggers));
        Readiness decision = !concerns.isEmpty() ? Readiness.HOLD : reasons.isEmpty() ? band : Readiness.WAIT;
        var assessment = new Assessment(
                decision,
                score,
                band,
                contributions,
                concerns,
                triggers,
                Collections.unmodifiableList(reasons),
                lastConcernAt(signals),
                CustomerFacts.of(signals),
                Success.latestOf(signals),
                MentionedPeer.of(signals, triggers));
        return new Assessed(assessment, now, timeline.next());
    }

    private List<Contribution> contributions(CustomerSignals signals, Timeline timeline) {
        List<Contribution> contributions = new ArrayList<>(scoreRules.size());
        for (ScoreRule rule : scoreRules) {
            List<Timed<Signal<?>>> earning = timeline.holding(rule.earnings(signals), Timed::during);
            if (!earning.isEmpty()) {
                contributions.add(new Contribution(rule.name(), rule.points(), newest(earning)));
            }
        }
        return Collections.unmodifiableList(contributions);
    }

    private static List<SignalId> newest(List<Timed<Signal<?>>> earning) {
        earning.sort(LATEST_FIRST);
        int most = Math.min(MOST_EVIDENCE, earning.size());
        List<SignalId> newest = new ArrayList<>(most);
        for (int i = 0; i < most; i++) {
            newest.add(earning.get(i).what().id());
        }
        return Collections.unmodifiableList(newest);
    }

    /** Of the kinds of which any stands. */
    private List<ConcernsOfKind> concernsByKind(CustomerSignals signals, Timeline timeline) {
        List<ConcernsOfKind> byKind = new ArrayList<>();
        for (ConcernRule rule : concernRules) {
            List<Concern> standing = timeline.holding(rule.concerns(signals), Concern::stands);
            if (!standing.isEmpty()) {
                standing.sort(LONGEST_STANDING_FIRST);
                byKind.add(new ConcernsOfKind(rule, standing));
            }
        }
        return byKind;
    }

    private static List<Concern> listed(List<ConcernsOfKind> concernsByKind) {
        if (concernsByKind.isEmpty()) {
            return List.of();
        }
        List<Concern> concerns = new ArrayList<>();
        for (ConcernsOfKind kind : concernsByKind) {
            concerns.addAll(kind.standing());
        }
        return Collections.unmodifiableList(concerns);
    }

    private List<Reason> tooEarly(CustomerSignals signals, Timeline timeline) {
        List<Reason> reasons = new ArrayList<>();
        for (Timed<Reason> reason : timeline.holding(
                policy.tooEarly().reasons(signals, policy.score().firstWin()), Timed::during)) {
            reasons.add(reason.what());
        }
        return reasons;
    }

    private List<Trigger> triggers(CustomerSignals signals, Timeline timeline) {
        List<Trigger> triggers = new ArrayList<>();
        for (TriggerRule rule : triggerRules) {
            triggers.addAll(timeline.holding(rule.triggers(signals), Trigger::open));
        }
        triggers.sort(Trigger.EARLIEST_CLOSE_FIRST);
        return Collections.unmodifiableList(triggers);
    }

    private int score(List<Contribution> contributions) {
        int points = 0;
        for (Contribution contribution : contributions) {
            points += contribution.points();
        }
        return Math.min(policy.score().most(), points);
    }

    private Readiness band(int score) {
        if (score >= policy.bands().askNow()) {
            return Readiness.ASK_NOW;
        }
        return score >= policy.bands().softMention() ? Readiness.SOFT_MENTION : Readiness.WAIT;
    }

    private List<Reason> belowThreshold(int score, List<Contribution> earned) {
        int missing = policy.bands().softMention() - score;
        if (missing <= 0) {
            return List.of();
        }
        List<String> names = new ArrayList<>(earned.size());
        for (Contribution contribution : earned) {
            names.add(contribution.rule());
        }
        List<Class<? extends Fact>> wouldEarn = earnedBeyond.computeIfAbsent(names, this::earningBeyond);
        return List.of(new Reason("score_below_threshold", List.of(), wouldEarn, null, missing));
    }

    private List<Class<? extends Fact>> earningBeyond(List<String> earned) {
        return scoreRules.stream()
                .filter(rule -> !earned.contains(rule.name()))
                .flatMap(rule -> rule.earnedBy().stream())
                .distinct()
                .toList();
    }

    private List<Reason> withoutTrigger(List<Trigger> triggers) {
        return triggers.isEmpty() ? List.of(noOpenTrigger) : List.of();
    }

    private static List<Class<? extends Fact>> opening(List<TriggerRule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.openedBy().stream())
                .distinct()
                .toList();
    }

    private @Nullable Instant lastConcernAt(CustomerSignals signals) {
        @Nullable Instant last = null;
        for (ConcernRule rule : concernRules) {
            for (Signal<?> opening : rule.openings(signals)) {
                last = last == null || opening.acceptedAt().isAfter(last) ? opening.acceptedAt() : last;
            }
        }
        return last;
    }
}
