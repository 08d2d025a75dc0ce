package io.askwell.readiness.kafka;

import io.askwell.readiness.Signals;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A rule as an example: signals in the words of the contract, and what must be said of the customer at some moments.
 *
 * @param given {@code established}: signed up long ago, a goal achieved, a promoter an hour ago; or {@code nobody}
 */
record Scenario(
        @Nullable Instant now, Given given, @Nullable List<Report> signals, List<Check> checks) {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final SignalFormat FORMAT =
            new SignalFormat(PlainSerde.<SignalRecorded>of(TopicCatalogue.SIGNALS.schema()));

    enum Given {
        established,
        nobody
    }

    /** @param ago how long before now; negative for later */
    record Report(
            String kind,
            @Nullable String id,
            @Nullable Duration ago,
            @Nullable Instant at,
            @Nullable Map<String, Object> attributes) {}

    /** What must hold so long after now. Whatever is absent is not looked at. */
    record Check(
            @Nullable Duration after,
            @Nullable String decision,
            @Nullable String band,
            @Nullable Integer score,
            @Nullable List<String> reasons,
            @Nullable Map<String, Integer> rules,
            @Nullable Map<String, List<String>> evidence,
            @Nullable List<String> concerns,
            @Nullable Instant concernUntil,
            @Nullable String trigger,
            @Nullable Instant closesAt,
            @Nullable List<String> openTriggers,
            @Nullable Duration lastConcernAgo,
            @Nullable String company,
            @Nullable String owner,
            @Nullable Integer interactions,
            @Nullable List<String> successes) {}

    Instant start() {
        return Objects.requireNonNullElse(now, NOON);
    }

    /** In the order of the file. */
    CustomerSignals folded() {
        var folded = CustomerSignals.none();
        for (Report report : reports()) {
            folded = folded.with(signal(report));
        }
        return folded;
    }

    private List<Report> reports() {
        List<Report> reports = new ArrayList<>();
        if (given == Given.established) {
            reports.add(report("customer_updated", Duration.ofDays(400), Map.of("signedUpAt", "2020-01-01T00:00:00Z")));
            reports.add(report("goal_achieved", Duration.ofDays(90), Map.of("name", "Invoices in a day")));
            reports.add(report("nps_scored", Duration.ofHours(1), Map.of("score", 9)));
        }
        reports.addAll(Objects.requireNonNullElse(signals, List.of()));
        return reports;
    }

    private static Report report(String kind, Duration ago, Map<String, Object> attributes) {
        return new Report(kind, "given-" + kind, ago, null, attributes);
    }

    private Signal<?> signal(Report report) {
        var occurredAt = report.at() != null
                ? report.at()
                : start().minus(Objects.requireNonNull(report.ago(), "a signal needs ago or at"));
        var recorded = Signals.signal(
                "C-1",
                Objects.requireNonNullElse(report.id(), report.kind()),
                report.kind(),
                occurredAt,
                Objects.requireNonNullElse(report.attributes(), Map.of()));
        return FORMAT.signal(recorded, occurredAt).orElseThrow();
    }
}
