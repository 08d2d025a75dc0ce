package io.askwell.readiness.kafka;

import io.askwell.readiness.ReadinessScorerMetrics;
import io.askwell.readiness.application.AssessReadiness;
import io.askwell.readiness.application.AssessReadiness.Outcome.Counted;
import io.askwell.readiness.application.AssessReadiness.Outcome.KindChanged;
import io.askwell.readiness.application.AssessReadiness.Outcome.TargetForgotten;
import io.askwell.readiness.application.FollowPolicy;
import io.askwell.readiness.application.LogPosition;
import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.kafka.Reading.NewerKind;
import io.askwell.readiness.kafka.Reading.Poison;
import io.askwell.readiness.kafka.Reading.Read;
import io.askwell.transport.event.Traceparent;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** One task: its signals in order, and its customers when they are due. */
final class ScoringProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Duration DUE_CHECK = Duration.ofMillis(500);
    private static final Duration FOLLOWING_POLICY = Duration.ofMillis(500);
    private static final Duration FORGETTING = Duration.ofMinutes(1);

    /** So many at once that a crowd with one due moment does not keep the task from its signals. */
    private static final int MOST_DUE_AT_ONCE = 2_000;

    private static final int MOST_UNDER_NEW_POLICY_AT_ONCE = 1_000;
    private static final int MOST_FORGOTTEN_AT_ONCE = 20_000;

    private final ReadinessAssessor assessor;
    private final StampedPolicy policy;
    private final Retention retention;
    private final ReadinessFormat assessments;
    private final ReadinessScorerMetrics metrics;
    private final SignalReader reader;

    private ProcessorContext<byte[], byte[]> context;
    private AssessReadiness assessReadiness;
    private FollowPolicy followPolicy;

    @SuppressWarnings("NullAway.Init") // Streams calls init before anything else.
    ScoringProcessor(
            ReadinessAssessor assessor,
            StampedPolicy policy,
            Retention retention,
            SignalFormat signals,
            ReadinessFormat assessments,
            ReadinessScorerMetrics metrics) {
        this.assessor = assessor;
        this.policy = policy;
        this.retention = retention;
        this.assessments = assessments;
        this.metrics = metrics;
        this.reader = new SignalReader(signals);
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> taskContext) {
        context = taskContext;
        var customers = new StoredCustomers(
                context.getStateStore(ReadinessTopology.CUSTOMERS),
                context.getStateStore(ReadinessTopology.DUE_MOMENTS));
        var log = new ForwardedAssessments(context, assessments, metrics);
        var droppedSignals = new StoredDroppedSignals(context.getStateStore(ReadinessTopology.DROPPED_SIGNALS));
        assessReadiness = new AssessReadiness(assessor, retention, customers, droppedSignals, log);
        var mark = new StoredPolicyMark(context.getStateStore(ReadinessTopology.POLICY_MARK));
        followPolicy = new FollowPolicy(policy, mark, customers, assessReadiness);
        context.schedule(FOLLOWING_POLICY, PunctuationType.WALL_CLOCK_TIME, this::followPolicy);
        context.schedule(DUE_CHECK, PunctuationType.WALL_CLOCK_TIME, this::lookAtDueCustomers);
        context.schedule(FORGETTING, PunctuationType.WALL_CLOCK_TIME, this::forget);
    }

    @Override
    public void close() {
        metrics.taskClosed(context.taskId().toString());
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata metadata = context.recordMetadata().orElseThrow();
        switch (reader.read(record, metadata.partition())) {
            case Read(var customerId, var signal) -> count(customerId, signal, record, metadata);
            case NewerKind() -> metrics.newerKind();
            case Poison(var reason, var detail) -> putAside(record, metadata, reason, detail);
        }
    }

    private void count(String customerId, Signal<?> signal, Record<byte[], byte[]> record, RecordMetadata metadata) {
        var position = new LogPosition(metadata.partition(), metadata.offset());
        var now = now();
        long began = System.nanoTime();
        var outcome = Traceparent.continuing(record.headers())
                .during(() -> assessReadiness.onSignal(customerId, signal, position, now));
        metrics.assessed(Duration.ofNanos(System.nanoTime() - began));
        switch (outcome) {
            case Counted() -> metrics.counted(Duration.between(signal.acceptedAt(), now));
            case KindChanged() -> putAside(record, metadata, "kind_changed", "A revision keeps its kind");
            case TargetForgotten() ->
                putAside(record, metadata, "target_forgotten", "What it corrects is older than 400 days and not kept");
        }
    }

    private void putAside(Record<byte[], byte[]> record, RecordMetadata metadata, String reason, String detail) {
        var letter = new DeadLetter(record, metadata, reason, detail);
        context.forward(letter.toRecord(context.applicationId()), ReadinessTopology.DEAD_LETTERS);
        metrics.deadLetter(metadata.topic(), reason);
    }

    private void lookAtDueCustomers(long wallClockMillis) {
        var now = Instant.ofEpochMilli(wallClockMillis);
        metrics.lookedAtWhenDue(assessReadiness.onTime(now, MOST_DUE_AT_ONCE));
        metrics.dueBehind(context.taskId().toString(), assessReadiness.behind(now));
    }

    private void followPolicy(long wallClockMillis) {
        followPolicy.next(Instant.ofEpochMilli(wallClockMillis), MOST_UNDER_NEW_POLICY_AT_ONCE);
    }

    private void forget(long wallClockMillis) {
        assessReadiness.forget(Instant.ofEpochMilli(wallClockMillis), MOST_FORGOTTEN_AT_ONCE);
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
