package io.askwell.readiness.application.replay;

import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.application.replay.ReplayReport.Change;
import io.askwell.readiness.application.replay.ReplayReport.PolicyName;
import io.askwell.readiness.domain.Readiness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the replay meets. Its size does not grow with the number of customers. */
final class Tally {

    private static final int MOST_EXAMPLES = 5;

    private final Map<Step, Group> changes =
            new TreeMap<>(Comparator.comparing(Step::from).thenComparing(Step::to));
    private final Map<String, Long> passedOver = new TreeMap<>();
    private long signals;
    private long acceptedLater;
    private long customers;
    private long onlyGroundsChange;

    void signal() {
        signals++;
    }

    void acceptedLater() {
        acceptedLater++;
    }

    void passedOver(String reason) {
        passedOver.merge(reason, 1L, Long::sum);
    }

    void customer(Comparison comparison) {
        customers++;
        if (comparison.onlyGroundsChange()) {
            onlyGroundsChange++;
        }
        if (comparison.decisionChanges()) {
            var step =
                    new Step(comparison.before().decision(), comparison.after().decision());
            changes.computeIfAbsent(step, _ -> new Group()).add(comparison);
        }
    }

    ReplayReport report(Instant at, StampedPolicy active, StampedPolicy proposed) {
        return new ReplayReport(
                at,
                PolicyName.of(active),
                PolicyName.of(proposed),
                signals,
                acceptedLater,
                new TreeMap<>(passedOver),
                customers,
                changes.entrySet().stream()
                        .map(entry -> entry.getValue().as(entry.getKey()))
                        .toList(),
                onlyGroundsChange);
    }

    private record Step(Readiness from, Readiness to) {}

    private static final class Group {

        private final List<Comparison> examples = new ArrayList<>();
        private long members;

        void add(Comparison comparison) {
            members++;
            if (examples.size() < MOST_EXAMPLES) {
                examples.add(comparison);
            }
        }

        Change as(Step step) {
            return new Change(step.from(), step.to(), members, List.copyOf(examples));
        }
    }
}
