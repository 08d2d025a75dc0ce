package io.askwell.readiness.kafka;

import io.askwell.readiness.Signals;
import io.askwell.signals.v1.SignalRecorded;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A rule as an example: signals in the words of the contract, and what must be said of the customer at some moments.
 *
 * @param given {@code established}: signed up long ago, a goal achieved, a promoter an hour ago; or {@code nobody}
 * @param requireConsent what the policy says of it; as it ships when absent
 * @param deadLetters why records are put aside by the topology when they come in the order of the file; when absent, order does
 *     not matter
 */
record Scenario(
        @Nullable Instant now,
        Given given,
        @Nullable Boolean requireConsent,
        @Nullable List<Report> signals,
        @Nullable List<String> deadLetters,
        List<Check> checks) {

    private static final Instant NOON = ScorerDriver.NOW;

    enum Given {
        established,
        nobody
    }

    /**
     * @param ago how long before now it occurred; negative for later
     * @param acceptedAgo how long before now it was accepted; as it occurred when absent
     * @param many so many of them, numbered from 1: the number is added to the id and stands for # in any text
     * @param apart how much earlier than the one before each of many occurred
     */
    record Report(
            String kind,
            @Nullable String id,
            @Nullable String source,
            @Nullable Duration ago,
            @Nullable Instant at,
            @Nullable Duration acceptedAgo,
            @Nullable Integer many,
            @Nullable Duration apart,
            @Nullable Map<String, ? extends @Nullable Object> attributes) {}

    /**
     * What must hold so long after now. Whatever is absent is not looked at.
     *
     * @param holdsFor how long until time alone may change what is said
     * @param evidence by rule
     * @param reasonEvidence by code
     * @param facts by name
     * @param peer company, name, problem and evidence of the peer who is named; empty for nobody
     */
    record Check(
            @Nullable Duration after,
            @Nullable Duration holdsFor,
            @Nullable String decision,
            @Nullable String band,
            @Nullable Integer score,
            @Nullable List<String> reasons,
            @Nullable Map<String, List<String>> reasonEvidence,
            @Nullable Map<String, Integer> rules,
            @Nullable Map<String, List<String>> evidence,
            @Nullable List<String> concerns,
            @Nullable Instant concernUntil,
            @Nullable String trigger,
            @Nullable Instant closesAt,
            @Nullable List<String> openTriggers,
            @Nullable Duration lastConcernAgo,
            @Nullable Map<String, ? extends @Nullable Object> facts,
            @Nullable Map<String, String> peer,
            @Nullable List<String> successes,
            @Nullable BigDecimal advocateScore) {}

    /** A record and the time at which the log took it. */
    record Sent(SignalRecorded signal, Instant acceptedAt) {}

    Instant start() {
        return Objects.requireNonNullElse(now, NOON);
    }

    /** In the order of the file. */
    List<Sent> sentBy(String customerId) {
        return Stream.concat(
                        given == Given.established ? established() : Stream.empty(),
                        Stream.ofNullable(signals).flatMap(List::stream))
                .flatMap(report -> sent(customerId, report))
                .toList();
    }

    private static Stream<Report> established() {
        return Stream.of(
                report("customer_updated", Duration.ofDays(400), Map.of("signedUpAt", "2020-01-01T00:00:00Z")),
                report("goal_achieved", Duration.ofDays(90), Map.of("name", "Invoices in a day")),
                report("nps_scored", Duration.ofHours(1), Map.of("score", 9)));
    }

    private static Report report(String kind, Duration ago, Map<String, Object> attributes) {
        return new Report(kind, "given-" + kind, null, ago, null, null, null, null, attributes);
    }

    private Stream<Sent> sent(String customerId, Report report) {
        var id = Objects.requireNonNullElse(report.id(), report.kind());
        var occurredAt = report.at() != null
                ? report.at()
                : start().minus(Objects.requireNonNull(report.ago(), "a signal needs ago or at"));
        if (report.many() == null) {
            return Stream.of(sent(customerId, report, id, occurredAt, attributes(report)));
        }
        var apart = Objects.requireNonNullElse(report.apart(), Duration.ZERO);
        return IntStream.rangeClosed(1, report.many())
                .mapToObj(number -> sent(
                        customerId,
                        report,
                        id + number,
                        occurredAt.minus(apart.multipliedBy(number - 1L)),
                        numbered(attributes(report), number)));
    }

    private Sent sent(
            String customerId,
            Report report,
            String id,
            Instant occurredAt,
            Map<String, ? extends @Nullable Object> attributes) {
        var acceptedAt = report.acceptedAgo() == null ? occurredAt : start().minus(report.acceptedAgo());
        var signal = Signals.signal(customerId, id, report.kind(), occurredAt, attributes);
        if (report.source() != null) {
            signal.setSource(report.source());
        }
        return new Sent(signal, acceptedAt);
    }

    private static Map<String, ? extends @Nullable Object> attributes(Report report) {
        return Objects.requireNonNullElse(report.attributes(), Map.of());
    }

    private static Map<String, @Nullable Object> numbered(
            Map<String, ? extends @Nullable Object> attributes, int number) {
        Map<String, @Nullable Object> numbered = new HashMap<>(attributes);
        numbered.replaceAll(
                (_, value) -> value instanceof String text ? text.replace("#", Integer.toString(number)) : value);
        return numbered;
    }
}
