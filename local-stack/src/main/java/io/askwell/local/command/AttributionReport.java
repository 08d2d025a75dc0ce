package io.askwell.local.command;

import io.askwell.local.bench.AttributionResult;
import io.askwell.local.bench.AttributionRun;
import io.askwell.local.bench.AttributionRun.Copied;
import io.askwell.local.bench.AttributionRun.Pace;
import io.askwell.local.bench.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The findings of the benchmark of attribution for people and as data. */
final class AttributionReport {

    private AttributionReport() {}

    static String text(AttributionResult result) {
        var lines = new ArrayList<String>();
        lines.add(String.format(
                Locale.ROOT,
                "attribution: %,d leads after %,d, a tenth of them repeats, seed %d, against COPY of the rows that they leave",
                result.plan().leads(),
                result.plan().existing(),
                result.seed()));
        lines.add("on " + BenchReport.described(result.machine()));
        lines.add("");
        lines.add(runs(result));
        lines.add("");
        lines.add(paces(result.runs()));
        lines.add("");
        lines.add(tables(result.runs().getLast()));
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Ratio %.3f of the leads/s of COPY of facts, records and keys (goal %.1f: %s); %.3f of COPY of all that is kept.",
                result.ratio(),
                AttributionResult.GOAL,
                result.reachesGoal() ? "reached" : "MISSED",
                result.ratioToAll()));
        return String.join("\n", lines);
    }

    static Map<String, Object> values(AttributionResult result) {
        var values = new LinkedHashMap<String, Object>();
        values.put("benchmark", AttributionBenchCommand.NAME);
        values.put("machine", result.machine());
        values.put("seed", result.seed());
        values.put("leads", result.plan().leads());
        values.put("existing", result.plan().existing());
        values.put("runs", result.runs().stream().map(AttributionReport::values).toList());
        values.put("leadsPerSecond", result.perSecond());
        values.put("copiedPerSecond", result.copiedPerSecond());
        values.put("allCopiedPerSecond", result.allCopiedPerSecond());
        values.put("ratio", result.ratio());
        values.put("ratioToAll", result.ratioToAll());
        values.put("goal", AttributionResult.GOAL);
        values.put("goalReached", result.reachesGoal());
        return values;
    }

    private static String runs(AttributionResult result) {
        var table = new Table("run", "leads", "wall", "CPU", "leads/s", "COPY of keys", "COPY of all", "unpublished");
        for (int index = 0; index < result.runs().size(); index++) {
            var run = result.runs().get(index);
            table.row(
                    Integer.toString(index + 1),
                    whole(run.tracker().signals()),
                    Figures.seconds(run.tracker().wall()),
                    Figures.seconds(run.tracker().cpu()),
                    whole(run.perSecond()),
                    whole(run.copiedPerSecond()) + " leads/s",
                    whole(run.allCopiedPerSecond()) + " leads/s",
                    whole(run.unpublished()));
        }
        table.row(
                "median",
                "",
                "",
                "",
                whole(result.perSecond()),
                whole(result.copiedPerSecond()) + " leads/s",
                whole(result.allCopiedPerSecond()) + " leads/s",
                "");
        return table.render();
    }

    private static String paces(List<AttributionRun> runs) {
        var table = new Table("run", "leads before", "leads", "leads/s", "leads/CPU s");
        for (int index = 0; index < runs.size(); index++) {
            for (var pace : runs.get(index).paces()) {
                table.row(
                        Integer.toString(index + 1),
                        whole(pace.from()),
                        whole(pace.run().signals()),
                        whole(pace.run().perSecond()),
                        whole(pace.run().perCpuSecond()));
            }
        }
        return table.render();
    }

    private static String tables(AttributionRun run) {
        var table = new Table("table", "rows", "COPY");
        for (var copied : run.copied()) {
            table.row(
                    copied.table() + (copied.holdsKeys() ? " *" : ""),
                    whole(copied.rows()),
                    Figures.seconds(copied.wall()));
        }
        return table.render() + "\n* facts, records and keys";
    }

    private static Map<String, Object> values(AttributionRun run) {
        var values = new LinkedHashMap<String, Object>();
        values.putAll(values(run.tracker()));
        values.put("copiedPerSecond", run.copiedPerSecond());
        values.put("allCopiedPerSecond", run.allCopiedPerSecond());
        values.put("unpublished", run.unpublished());
        values.put("paces", run.paces().stream().map(AttributionReport::values).toList());
        values.put(
                "copied", run.copied().stream().map(AttributionReport::values).toList());
        return values;
    }

    private static Map<String, Object> values(Pace pace) {
        var values = new LinkedHashMap<String, Object>();
        values.put("leadsBefore", pace.from());
        values.putAll(values(pace.run()));
        return values;
    }

    private static Map<String, Object> values(Run run) {
        var values = new LinkedHashMap<String, Object>();
        values.put("leads", run.signals());
        values.put("wallSeconds", run.wall().toMillis() / 1000.0);
        values.put("cpuSeconds", run.cpu().toMillis() / 1000.0);
        values.put("leadsPerSecond", run.perSecond());
        values.put("leadsPerCpuSecond", run.perCpuSecond());
        return values;
    }

    private static Map<String, Object> values(Copied copied) {
        return Map.of(
                "table", copied.table(),
                "holdsKeys", copied.holdsKeys(),
                "rows", copied.rows(),
                "wallSeconds", copied.wall().toMillis() / 1000.0);
    }

    private static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
