package io.askwell.local.command;

import io.askwell.local.bench.AskLatencyResult;
import io.askwell.local.bench.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The findings of the benchmark of latency for people and as data. */
final class AskLatencyReport {

    private static final String ASK_LATENCY = "ask-latency";
    private static final String REFERENCE = "EndToEndLatency";

    private AskLatencyReport() {}

    static String text(AskLatencyResult result) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "ask-latency: %,d signals/s for %d s, from 202 to the pending ask, against Kafka's EndToEndLatency (%,d bytes)",
                result.plan().rate(),
                result.plan().length().toSeconds(),
                result.recordBytes()));
        lines.add("on " + BenchReport.described(result.machine()));
        lines.add("");
        lines.add(runs(result));
        lines.add("");
        lines.add("Commit intervals on the way: "
                + result.commitIntervals().stream()
                        .map(interval -> interval.of() + " " + millis(interval.length()))
                        .collect(Collectors.joining(", "))
                + ". Bound: reference + " + millis(result.commitIntervalsSum()) + ".");
        lines.add(String.format(
                Locale.ROOT,
                "Ratio to the bound: p50 %.2f, p99 %.2f (goal %.1f at p99: %s).",
                result.ratioP50(),
                result.ratioP99(),
                AskLatencyResult.GOAL,
                result.reachesGoal() ? "reached" : "MISSED"));
        return String.join("\n", lines);
    }

    static Map<String, Object> values(AskLatencyResult result) {
        var values = new LinkedHashMap<String, Object>();
        values.put("benchmark", ASK_LATENCY);
        values.put("machine", result.machine());
        values.put("signalsPerSecond", result.plan().rate());
        values.put("seconds", result.plan().length().toSeconds());
        values.put("recordBytes", result.recordBytes());
        values.put(
                "askLatency",
                result.ours().stream().map(AskLatencyReport::values).toList());
        values.put(
                "endToEndLatency",
                result.reference().stream().map(AskLatencyReport::values).toList());
        values.put(
                "commitIntervals",
                result.commitIntervals().stream()
                        .map(interval -> Map.of(
                                "of", interval.of(), "millis", interval.length().toMillis()))
                        .toList());
        values.put("ratioP50", result.ratioP50());
        values.put("ratioP99", result.ratioP99());
        values.put("goal", AskLatencyResult.GOAL);
        values.put("goalReached", result.reachesGoal());
        return values;
    }

    private static String runs(AskLatencyResult result) {
        var table = new Table("run", "what", "count", "p50", "p99");
        for (int index = 0; index < result.ours().size(); index++) {
            row(table, Integer.toString(index + 1), ASK_LATENCY, result.ours().get(index));
            row(
                    table,
                    Integer.toString(index + 1),
                    REFERENCE,
                    result.reference().get(index));
        }
        table.row("median", ASK_LATENCY, "", millis(result.p50()), millis(result.p99()));
        table.row("median", "bound", "", millis(result.boundP50()), millis(result.boundP99()));
        return table.render();
    }

    private static void row(Table table, String run, String what, Latencies latencies) {
        table.row(
                run,
                what,
                String.format(Locale.ROOT, "%,d", latencies.count()),
                millis(latencies.p50()),
                millis(latencies.p99()));
    }

    private static Map<String, Object> values(Latencies latencies) {
        var values = new LinkedHashMap<String, Object>();
        values.put("count", latencies.count());
        values.put("p50Millis", latencies.p50().toNanos() / 1e6);
        values.put("p99Millis", latencies.p99().toNanos() / 1e6);
        return values;
    }

    private static String millis(Duration duration) {
        return String.format(Locale.ROOT, "%,.1f ms", duration.toNanos() / 1e6);
    }
}
