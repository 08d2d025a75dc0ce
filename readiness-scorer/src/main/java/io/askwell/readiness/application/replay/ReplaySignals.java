package io.askwell.readiness.application.replay;

import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.application.replay.RecordedSignals.Partition;
import io.askwell.readiness.domain.signal.Signal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores the recorded signals again, under the active and under a proposed policy, and says what would change. */
public final class ReplaySignals {

    private final StampedPolicy active;
    private final StampedPolicy proposed;
    private final RecordedSignals recorded;

    public ReplaySignals(StampedPolicy active, StampedPolicy proposed, RecordedSignals recorded) {
        this.active = active;
        this.proposed = proposed;
        this.recorded = recorded;
    }

    /** Is told how far the replay has come. */
    public interface Progress {
        void at(long records, long ofRecords);
    }

    /** @param at the moment to judge by; what was accepted after it does not count */
    public ReplayReport run(Instant at, Progress progress) {
        var comparison = new PolicyComparison(active.policy(), proposed.policy(), at);
        var tally = new Tally();
        List<Partition> partitions = recorded.partitions();
        long all = partitions.stream().mapToLong(Partition::records).sum();
        long done = 0;
        progress.at(done, all);
        for (Partition partition : partitions) {
            long before = done;
            // One partition's customers are held at a time, and let go with it.
            var customers = new OnePartition(
                    comparison, tally, at, offset -> progress.at(before + offset - partition.from(), all));
            recorded.read(partition, customers);
            customers.compare();
            done += partition.records();
        }
        return tally.report(at, active, proposed);
    }

    private interface Position {
        void reached(long offset);
    }

    private static final class OnePartition implements RecordedSignals.Reader {

        private final PolicyComparison comparison;
        private final Tally tally;
        private final Instant at;
        private final Position position;
        private final Map<String, KeptByBoth> customers = new LinkedHashMap<>();

        OnePartition(PolicyComparison comparison, Tally tally, Instant at, Position position) {
            this.comparison = comparison;
            this.tally = tally;
            this.at = at;
            this.position = position;
        }

        @Override
        public void signal(String customerId, Signal<?> signal) {
            if (signal.acceptedAt().isAfter(at)) {
                tally.acceptedLater();
                return;
            }
            var kept = comparison.with(customers.getOrDefault(customerId, KeptByBoth.NOTHING), signal);
            customers.put(customerId, kept);
            if (kept.active().refuses(signal)) {
                tally.passedOver("kind_changed");
            } else {
                tally.signal();
            }
        }

        @Override
        public void passedOver(String reason) {
            tally.passedOver(reason);
        }

        @Override
        public void reached(long offset) {
            position.reached(offset);
        }

        void compare() {
            customers.forEach((customerId, kept) -> tally.customer(comparison.of(customerId, kept)));
        }
    }
}
