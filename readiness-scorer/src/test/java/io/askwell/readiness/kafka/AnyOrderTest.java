package io.askwell.readiness.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.Signals;
import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.application.Customer;
import io.askwell.readiness.application.LogPosition;
import io.askwell.readiness.domain.Assessed;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories, one a seed: what is said of a customer depends on the set of signals and on the time, and on nothing else. */
class AnyOrderTest {

    private static final int HISTORIES = 1_000;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final SignalFormat FORMAT =
            new SignalFormat(PlainSerde.<SignalRecorded>of(TopicCatalogue.SIGNALS.schema()));
    private static final List<String> KINDS = List.of(
            "customer_updated",
            "onboarding_completed",
            "milestone_reached",
            "usage_reported",
            "nps_scored",
            "feedback_received",
            "csat_scored",
            "champion_identified",
            "interaction_logged",
            "ticket_opened",
            "ticket_resolved",
            "complaint_raised",
            "complaint_resolved",
            "signal_retracted");

    private final ReadinessAssessor assessor =
            new ReadinessAssessor(TestPolicy.shipped().policy());

    static IntStream seeds() {
        return IntStream.range(0, HISTORIES / 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void permutedAndDuplicatedHistoriesGiveTheSameAssessment(int seed) {
        histories(seed).forEach(history -> {
            var shuffled = new ArrayList<>(history.signals());
            IntStream.range(0, history.random().nextInt(10))
                    .forEach(_ -> shuffled.add(repeated(any(history.signals(), history.random()))));
            Collections.shuffle(shuffled, history.random());

            assertThat(assessor.assess(oneByOne(shuffled), NOW))
                    .as("seed %d, history %d", seed, history.number())
                    .isEqualTo(assessor.assess(oneByOne(history.signals()), NOW));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anAssessmentHoldsUntilTheMomentThatItNames(int seed) {
        histories(seed).forEach(history -> {
            var signals = CustomerSignals.of(history.signals());
            var now = NOW.plusSeconds(history.random().nextInt(172_800));
            Assessed assessed = assessor.assess(signals, now);
            var end = assessed.nextChangeAt() == null ? now.plus(Duration.ofDays(3650)) : assessed.nextChangeAt();
            var justBefore = end.minus(1, ChronoUnit.MICROS);

            assertThat(assessor.assess(signals, justBefore).assessment())
                    .as("seed %d, history %d", seed, history.number())
                    .isEqualTo(assessed.assessment());
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsStoredReadsBackAsItWas(int seed) {
        var format = new CustomerFormat(FORMAT);
        histories(seed).forEach(history -> {
            var customer = new Customer(
                    CustomerSignals.of(history.signals()),
                    new LogPosition(3, 7),
                    NOW.minusSeconds(9),
                    "fingerprint",
                    NOW.plusSeconds(1));

            var read = format.customer(format.bytes(customer));

            assertThat(assessor.assess(read.signals(), NOW)).isEqualTo(assessor.assess(customer.signals(), NOW));
            assertThat(read.signals().reports())
                    .containsExactlyInAnyOrderElementsOf(
                            customer.signals().reports().toList());
            assertThat(List.of(read.coveredThrough(), read.oldestDropped(), read.published(), read.dueAt()))
                    .isEqualTo(List.of(
                            customer.coveredThrough(),
                            customer.oldestDropped(),
                            customer.published(),
                            customer.dueAt()));
        });
    }

    private record History(int number, List<Signal<?>> signals, Random random) {}

    private static List<History> histories(int seed) {
        return IntStream.range(0, 100)
                .mapToObj(number -> {
                    var random = new Random(seed * 1_000L + number);
                    List<Signal<?>> signals = new ArrayList<>();
                    IntStream.range(0, 1 + random.nextInt(25)).forEach(_ -> signals.add(random(random)));
                    return new History(number, signals, random);
                })
                .toList();
    }

    /** Few ids and coarse times, so that identities, moments and pairs collide often. */
    private static Signal<?> random(Random random) {
        String kind = any(KINDS, random);
        var occurredAt = NOW.minus(Duration.ofHours(random.nextInt(40) * 20L));
        Map<String, Object> attributes = new HashMap<>(attributes(kind, random));
        attributes.put("revision", random.nextInt(3));
        var recorded = Signals.signal("C-1", "s" + random.nextInt(20), kind, occurredAt, attributes);
        return FORMAT.signal(recorded, occurredAt.plusSeconds(random.nextInt(3)))
                .orElseThrow();
    }

    private static Map<String, Object> attributes(String kind, Random random) {
        return switch (kind) {
            case "customer_updated" ->
                any(
                        List.of(
                                Map.of("signedUpAt", "2026-10-20T00:00:00Z"),
                                Map.of("signedUpAt", "2020-01-01T00:00:00Z", "onboarded", false),
                                Map.of("timezone", "Asia/Tokyo"),
                                Map.of("trialEndsAt", "2026-11-25T00:00:00Z", "company", "Globex")),
                        random);
            case "milestone_reached" -> Map.of("name", "M" + random.nextInt(3));
            case "usage_reported" -> Map.of("percentile", random.nextInt(101), "activeDays", random.nextInt(60));
            case "nps_scored" -> Map.of("score", random.nextInt(11));
            case "csat_scored" -> Map.of("score", random.nextInt(6), "scale", 5);
            case "feedback_received" ->
                Map.of("text", "Fine", "sentiment", random.nextBoolean() ? "positive" : "neutral");
            case "ticket_opened", "ticket_resolved" -> Map.of("ticketId", "t" + random.nextInt(3));
            case "complaint_raised", "complaint_resolved" -> Map.of("complaintId", "c" + random.nextInt(3));
            case "signal_retracted" -> Map.of("retracts", "test/s" + random.nextInt(20));
            default -> Map.of();
        };
    }

    /** The same again, accepted later. */
    private static <F extends io.askwell.readiness.domain.signal.Fact> Signal<F> repeated(Signal<F> signal) {
        return new Signal<>(
                signal.id(),
                signal.revision(),
                signal.occurredAt(),
                signal.acceptedAt().plusSeconds(60),
                signal.correlationId(),
                signal.fact(),
                signal.canonical());
    }

    private static CustomerSignals oneByOne(List<Signal<?>> signals) {
        var folded = CustomerSignals.none();
        for (Signal<?> signal : signals) {
            folded = folded.with(signal);
        }
        return folded;
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
