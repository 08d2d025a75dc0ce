package io.askwell.readiness.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.Signals;
import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.application.Customer;
import io.askwell.readiness.application.LogPosition;
import io.askwell.readiness.domain.Assessed;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import io.askwell.readiness.domain.Standing;
import io.askwell.readiness.domain.rule.ConcernRules;
import io.askwell.readiness.domain.rule.ReadinessPolicy;
import io.askwell.readiness.domain.rule.TooEarly;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.signals.v1.SignalKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random histories, one a seed: what is said of a customer depends on the set of signals and on the time, and on nothing else. */
class AnyOrderTest {

    private static final int HISTORIES = 10_000;
    private static final int HISTORIES_OF_A_SEED = 100;
    private static final int SIGNALS_OF_A_SEED = 300;
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final List<SignalKind> KINDS = Arrays.stream(SignalKind.values())
            .filter(kind -> kind != SignalKind.UNRECOGNIZED)
            .toList();

    /** Spans of this policy and of others, so that much begins and ends at one moment, or just beside it. */
    private static final List<Duration> SPANS = Stream.of(
                    "PT0S", "PT4H", "PT12H", "PT24H", "PT48H", "P3D", "P7D", "P10D", "P14D", "P21D", "P30D", "P60D",
                    "P400D", "P500D", "P1000D")
            .map(Duration::parse)
            .toList();

    private static final List<String> ZONES =
            List.of("Asia/Tokyo", "America/New_York", "America/Santiago", "Pacific/Apia", "UTC");

    private static final ReadinessPolicy SHIPPED = TestPolicy.shipped().policy();

    private static final List<ReadinessPolicy> POLICIES = List.of(SHIPPED, strict());

    static IntStream seeds() {
        return IntStream.range(0, HISTORIES / HISTORIES_OF_A_SEED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void permutedAndDuplicatedHistoriesGiveTheSameAssessment(int seed) {
        histories(seed).forEach(history -> {
            var shuffled = new ArrayList<>(history.signals());
            IntStream.range(0, history.random().nextInt(10))
                    .forEach(_ -> shuffled.add(repeated(any(history.signals(), history.random()))));
            Collections.shuffle(shuffled, history.random());

            CustomerSignals asItCame = oneByOne(history.signals());
            CustomerSignals otherwise = oneByOne(shuffled);
            var assessor = new ReadinessAssessor(any(POLICIES, history.random()));
            assertThat(assessor.assess(otherwise, NOW))
                    .as("seed %d, history %d", seed, history.number())
                    .isEqualTo(assessor.assess(asItCame, NOW));
        });
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anAssessmentHoldsUntilTheMomentThatItNames(int seed) {
        histories(seed).forEach(history -> {
            var signals = CustomerSignals.of(history.signals());
            var now = NOW.plusSeconds(history.random().nextInt(172_800));
            var assessor = new ReadinessAssessor(any(POLICIES, history.random()));
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
        histories(seed).forEach(history -> {
            var assessor = new ReadinessAssessor(any(POLICIES, history.random()));
            var signals = CustomerSignals.of(history.signals());
            var standing = Standing.of(signals, assessor.assess(signals, NOW).assessment());
            var customer = new Customer(
                    standing, signals, new LogPosition(3, 7), NOW.minusSeconds(9), "fingerprint", NOW.plusSeconds(1));

            var read = CustomerFormat.customer(CustomerFormat.bytes(customer));

            assertThat(read.standing()).isEqualTo(standing);
            assertThat(CustomerFormat.standing(CustomerFormat.bytes(customer))).isEqualTo(standing);
            assertThat(assessor.assess(read.signals(), NOW)).isEqualTo(assessor.assess(customer.signals(), NOW));
            assertThat(read.signals().reports())
                    .containsExactlyInAnyOrderElementsOf(customer.signals().reports());
            assertThat(List.of(read.coveredThrough(), read.oldestDropped(), read.published(), read.dueAt()))
                    .isEqualTo(List.of(
                            customer.coveredThrough(),
                            customer.oldestDropped(),
                            customer.published(),
                            customer.dueAt()));
        });
    }

    /** An older version wrote the identities in another order. */
    @ParameterizedTest
    @MethodSource("seeds")
    void reportsInWhateverOrderOfTheirIdentitiesAreTheSameSet(int seed) {
        histories(seed).forEach(history -> {
            var signals = CustomerSignals.of(history.signals());
            List<List<Signal<?>>> identities = new ArrayList<>(signals.reports().stream()
                    .collect(Collectors.groupingBy(Signal::id))
                    .values());
            Collections.shuffle(identities, history.random());

            var read = CustomerSignals.ofReports(
                    identities.stream().<Signal<?>>flatMap(List::stream).toList());

            assertThat(read.reports()).containsExactlyInAnyOrderElementsOf(signals.reports());
            assertThat(read.standing()).isEqualTo(signals.standing());
        });
    }

    /** No revisions and no retractions: of those, what was trimmed before they came cannot be known. */
    @ParameterizedTest
    @MethodSource("seeds")
    void longHistoriesInAnyOrderGiveTheSameAssessmentThoughTheyAreTrimmed(int seed) {
        longHistories(seed).forEach(history -> {
            var shuffled = new ArrayList<>(history.signals());
            Collections.shuffle(shuffled, history.random());
            CustomerSignals asItCame = trimmedOneByOne(history.signals());
            CustomerSignals otherwise = trimmedOneByOne(shuffled);

            var assessor = new ReadinessAssessor(SHIPPED);
            assertThat(assessor.assess(otherwise, NOW))
                    .as("seed %d, history %d", seed, history.number())
                    .isEqualTo(assessor.assess(asItCame, NOW));
        });
    }

    private record History(int number, List<Signal<?>> signals, Random random) {}

    /** The histories of a seed are drawn from the same signals: to make a signal costs more than to count it. */
    private static Stream<History> histories(int seed) {
        var signals = many(SIGNALS_OF_A_SEED, i -> random(random(seed, i)));
        return IntStream.range(0, HISTORIES_OF_A_SEED).mapToObj(number -> {
            var random = random(seed, number);
            return new History(number, many(1 + random.nextInt(25), _ -> any(signals, random)), random);
        });
    }

    /** So many of one kind that some are trimmed, and a few of others; each an identity of its own. */
    private static Stream<History> longHistories(int seed) {
        var kinds = KINDS.stream()
                .filter(kind -> kind != SignalKind.signal_retracted)
                .toList();
        var kind = any(kinds, random(seed, 0));
        // What opens is declared beside what closes it.
        var beside = kinds.get(Math.floorMod(kinds.indexOf(kind) + seed % 3 - 1, kinds.size()));
        var manyOfAKind = many(80, i -> signal("m" + i, kind, random(seed, i), 0));
        var others = many(40, i -> {
            var random = random(seed, 80 + i);
            return signal("o" + i, any(List.of(beside, any(kinds, random)), random), random, 0);
        });
        return IntStream.range(0, HISTORIES_OF_A_SEED).mapToObj(number -> {
            var random = random(seed, number);
            var drawn = new ArrayList<>(some(52 + random.nextInt(8), manyOfAKind, random));
            drawn.addAll(some(random.nextInt(12), others, random));
            Collections.shuffle(drawn, random);
            return new History(number, drawn, random);
        });
    }

    private static Random random(int seed, int number) {
        return new Random(seed * 1_000L + number);
    }

    private static List<Signal<?>> many(int count, IntFunction<Signal<?>> signal) {
        return IntStream.range(0, count).<Signal<?>>mapToObj(signal).toList();
    }

    private static List<Signal<?>> some(int count, List<Signal<?>> signals, Random random) {
        var shuffled = new ArrayList<>(signals);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, count);
    }

    /** Few ids and times, so that identities, moments and pairs collide often; now and then two kinds claim one identity. */
    private static Signal<?> random(Random random) {
        var kind = any(KINDS, random);
        return signal(id(kind, random), kind, random, random.nextInt(3));
    }

    private static String id(SignalKind kind, Random random) {
        return random.nextInt(8) == 0 ? "s" + random.nextInt(4) : kind + "-" + random.nextInt(3);
    }

    private static Signal<?> signal(String id, SignalKind kind, Random random, int revision) {
        var occurredAt = NOW.plus(moment(random));
        Map<String, Object> attributes = new HashMap<>(attributes(kind, random));
        attributes.put("revision", revision);
        var recorded = Signals.signal("C-1", id, kind.name(), occurredAt, attributes);
        return SignalFormat.signal(recorded, occurredAt.plus(any(SPANS, random)))
                .orElseThrow();
    }

    /** Before now by the span of some policy, at times a microsecond or an hour off. */
    private static Duration moment(Random random) {
        return any(SPANS, random)
                .negated()
                .plus(random.nextInt(3) - 1, ChronoUnit.MICROS)
                .plusHours(random.nextInt(4) == 0 ? random.nextInt(24) : 0);
    }

    private static Map<String, Object> attributes(SignalKind kind, Random random) {
        return switch (kind) {
            case customer_updated -> profile(random);
            case health_reported -> Map.of("status", any(List.of("healthy", "at_risk", "critical"), random));
            case milestone_reached, goal_achieved -> Map.of("name", "M" + random.nextInt(3));
            case outcome_recorded -> Map.of("description", "Hours saved", "value", random.nextInt(3));
            case usage_reported -> Map.of("percentile", 49 + random.nextInt(3), "activeDays", 28 + random.nextInt(4));
            case project_completed ->
                Map.of("name", "Rollout", "outcome", any(List.of("success", "mixed", "failed"), random));
            case qbr_completed -> Map.of("outcome", any(List.of("positive", "neutral", "negative"), random));
            case nps_scored -> Map.of("score", random.nextInt(11));
            case csat_scored -> Map.of("score", 3 + random.nextInt(3), "scale", 5);
            case feedback_received -> Map.of("text", "Fine", "sentiment", sentiment(random));
            case social_mention -> Map.of("sentiment", sentiment(random));
            case review_posted -> Map.of("rating", 3 + random.nextInt(3), "scale", 5, "public", random.nextBoolean());
            case peer_mentioned -> Map.of("peerCompany", "Globex " + random.nextInt(3));
            case connection_reported -> Map.of("name", "Sam Roe", "company", "Globex");
            case ticket_opened ->
                Map.of("ticketId", pair(random), "severity", any(List.of("low", "normal", "high"), random));
            case ticket_resolved ->
                Map.of("ticketId", pair(random), "satisfaction", any(List.of(0.79, 0.8, 1), random));
            case complaint_raised, complaint_resolved -> Map.of("complaintId", pair(random));
            case billing_problem_raised, billing_problem_resolved -> Map.of("problemId", pair(random));
            case delivery_gap_raised, delivery_gap_resolved -> Map.of("gapId", pair(random));
            case ask_answered -> Map.of("askId", "a-1");
            case ask_limits_set -> Map.of("maxPerQuarter", random.nextInt(3));
            case signal_retracted -> Map.of("retracts", "test/" + id(any(KINDS, random), random));
            case onboarding_completed,
                    first_success_achieved,
                    testimonial_given,
                    case_study_joined,
                    interaction_logged,
                    advice_requested,
                    champion_identified,
                    renewed,
                    upgraded,
                    usage_dropped,
                    usage_recovered,
                    cancellation_considered,
                    cancellation_averted,
                    frustration_expressed,
                    ask_recorded,
                    UNRECOGNIZED -> Map.of();
        };
    }

    private static Map<String, Object> profile(Random random) {
        var date = NOW.plus(moment(random)).toString();
        return any(
                List.of(
                        Map.of("signedUpAt", date),
                        Map.of("trialEndsAt", date, "company", "Globex " + random.nextInt(3)),
                        Map.of("contractSignedAt", date, "highValue", random.nextBoolean()),
                        Map.of("onboarded", random.nextBoolean(), "accountOwner", "rep-" + random.nextInt(3)),
                        Map.of("timezone", any(ZONES, random)),
                        Map.of("askConsent", any(List.of("granted", "withdrawn", "unknown"), random))),
                random);
    }

    private static String sentiment(Random random) {
        return any(List.of("positive", "neutral", "negative"), random);
    }

    private static String pair(Random random) {
        return "p" + random.nextInt(any(List.of(3, 60), random));
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

    /** Nothing is trimmed while there are no more than 50 signals, so these come at once. */
    private static CustomerSignals trimmedOneByOne(List<Signal<?>> signals) {
        var retention = new Retention(SHIPPED);
        var trimmed = CustomerSignals.of(signals.subList(0, 50));
        for (Signal<?> signal : signals.subList(50, signals.size())) {
            trimmed = retention.trim(trimmed.with(signal), NOW).kept();
        }
        return trimmed;
    }

    /** Another policy: longer after-periods, and consent must be known. */
    private static ReadinessPolicy strict() {
        return new ReadinessPolicy(
                "strict-v1",
                SHIPPED.score(),
                SHIPPED.bands(),
                new ConcernRules(Duration.ofDays(60), Duration.ofDays(10), Duration.ofDays(3), 8, true),
                new TooEarly(Duration.ofDays(60), Duration.ofDays(7)),
                SHIPPED.triggers());
    }

    private static <T> T any(List<T> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
