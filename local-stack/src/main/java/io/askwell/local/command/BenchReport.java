package io.askwell.local.command;

import io.askwell.local.bench.Comparison;
import io.askwell.local.bench.Machine;
import io.askwell.local.bench.Run;
import io.askwell.local.bench.ScorerResult;
import io.askwell.local.bench.Slope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The findings of a benchmark for people and as data. */
final class BenchReport {

    private static final String SCORER = "scorer";
    private static final String COPY = "copy";

    private BenchReport() {}

    static String text(ScorerResult result) {
        var comparison = result.comparison();
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "scorer: %,d signals of %,d customers, seed %d, against a bare Kafka Streams copy",
                result.size().signals(),
                result.size().customers(),
                result.seed()));
        lines.add("on " + described(result.machine()));
        lines.add("");
        lines.add(runs(comparison));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Ratio %.3f of the copy's signals/s (goal %.2f: %s); %.3f of its signals per CPU second.",
                comparison.ratio(),
                ScorerResult.GOAL,
                result.reachesGoal() ? "reached" : "MISSED",
                comparison.cpuRatio()));
        result.slope().ifPresent(slope -> {
            lines.add("");
            lines.add(points(slope));
            lines.add("");
            lines.add(String.format(
                    Locale.ROOT,
                    "Signals per CPU second change by %+.1f %% at worst against the smallest size (goal: -%.0f %% or better: %s).",
                    100 * slope.worstChange(),
                    100 * ScorerResult.MOST_LOSS,
                    result.staysLinear() ? "reached" : "MISSED"));
        });
        return String.join("\n", lines);
    }

    static Map<String, Object> values(ScorerResult result) {
        var values = new LinkedHashMap<String, Object>();
        values.put("benchmark", SCORER);
        values.put("machine", result.machine());
        values.put("seed", result.seed());
        values.put("signals", result.size().signals());
        values.put("customers", result.size().customers());
        values.put("scorer", values(result.comparison().ours()));
        values.put("copy", values(result.comparison().reference()));
        values.put("ratio", result.comparison().ratio());
        values.put("cpuRatio", result.comparison().cpuRatio());
        values.put("goal", ScorerResult.GOAL);
        values.put("goalReached", result.reachesGoal());
        result.slope().ifPresent(slope -> {
            values.put(
                    "slope",
                    slope.points().stream().map(point -> values(slope, point)).toList());
            values.put("slopeGoal", -ScorerResult.MOST_LOSS);
            values.put("slopeGoalReached", result.staysLinear());
        });
        return values;
    }

    private static String runs(Comparison comparison) {
        var table = new Table("run", "what", "signals", "wall", "CPU", "signals/s", "signals/CPU s");
        for (int index = 0; index < comparison.ours().size(); index++) {
            var number = Integer.toString(index + 1);
            row(table, number, SCORER, comparison.ours().get(index));
            row(table, number, COPY, comparison.reference().get(index));
        }
        table.row("median", SCORER, "", "", "", whole(comparison.perSecond()), whole(comparison.perCpuSecond()));
        table.row(
                "median",
                COPY,
                "",
                "",
                "",
                whole(comparison.referencePerSecond()),
                whole(comparison.referencePerCpuSecond()));
        return table.render();
    }

    private static void row(Table table, String number, String what, Run run) {
        table.row(
                number,
                what,
                whole(run.signals()),
                Figures.seconds(run.wall()),
                Figures.seconds(run.cpu()),
                whole(run.perSecond()),
                whole(run.perCpuSecond()));
    }

    private static String points(Slope slope) {
        var table = new Table("customers", "signals", "runs", "signals/s", "signals/CPU s", "change");
        for (var point : slope.points()) {
            table.row(
                    whole(point.size().customers()),
                    whole(point.size().signals()),
                    Integer.toString(point.runs().size()),
                    whole(point.perSecond()),
                    whole(point.perCpuSecond()),
                    String.format(Locale.ROOT, "%+.1f %%", 100 * slope.change(point)));
        }
        return table.render();
    }

    private static List<Map<String, Object>> values(List<Run> runs) {
        return runs.stream().map(BenchReport::values).toList();
    }

    private static Map<String, Object> values(Run run) {
        var values = new LinkedHashMap<String, Object>();
        values.put("signals", run.signals());
        values.put("wallSeconds", run.wall().toMillis() / 1000.0);
        values.put("cpuSeconds", run.cpu().toMillis() / 1000.0);
        values.put("signalsPerSecond", run.perSecond());
        values.put("signalsPerCpuSecond", run.perCpuSecond());
        return values;
    }

    private static Map<String, Object> values(Slope slope, Slope.Point point) {
        var values = new LinkedHashMap<String, Object>();
        values.put("customers", point.size().customers());
        values.put("signals", point.size().signals());
        values.put("runs", values(point.runs()));
        values.put("signalsPerSecond", point.perSecond());
        values.put("signalsPerCpuSecond", point.perCpuSecond());
        values.put("change", slope.change(point));
        return values;
    }

    static String described(Machine machine) {
        return "%d cores of %s, %s of memory, %s, %s"
                .formatted(
                        machine.cores(),
                        machine.processor(),
                        Figures.memory(machine.memoryBytes()),
                        machine.jdk(),
                        machine.system());
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }
}
