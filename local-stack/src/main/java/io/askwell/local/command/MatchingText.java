package io.askwell.local.command;

import io.askwell.local.bench.Machine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What the benchmark of the matching found, for people. */
final class MatchingText {

    private static final double GOAL_OF_F1 = 0.97;
    private static final double GOAL_OF_BLOCKING = 0.99;

    private final JsonNode report;
    private final List<String> blocks = new ArrayList<>();

    private MatchingText(JsonNode report) {
        this.report = report;
    }

    /** @param withWeights whether the weights are printed too */
    static String of(JsonNode report, Machine machine, boolean withWeights) {
        return new MatchingText(report).text(machine, withWeights);
    }

    private String text(Machine machine, boolean withWeights) {
        blocks.add(heading() + "\non " + BenchReport.described(machine));
        blocks.add(blocking());
        blocks.add(thresholds());
        blocks.add(best());
        blocks.add(pace());
        if (withWeights) {
            blocks.add(report.path("weights").asString().strip());
        }
        return String.join("\n\n", blocks);
    }

    private String heading() {
        var records = whole(report.path("records"));
        var weights = report.has("learnedInRounds")
                ? "weights learned without the truth in %d rounds"
                        .formatted(report.path("learnedInRounds").asInt())
                : "weights given";
        return isGenerated()
                ? "matching: %s generated leads of seed %d, %s"
                        .formatted(records, report.path("seed").asLong(), weights)
                : "matching: %s records of %s, %s"
                        .formatted(records, report.path("data").asString(), weights);
    }

    private String blocking() {
        var text = "%s pairs are one in truth. Blocking keeps %s pairs (%.4f %% of all) and %.4f of the true ones%s."
                .formatted(
                        whole(report.path("truePairs")),
                        whole(report.path("candidatePairs")),
                        100 * (1 - report.path("reductionRatio").asDouble()),
                        report.path("blockingRecall").asDouble(),
                        goal(report.path("blockingRecall").asDouble(), GOAL_OF_BLOCKING));
        var passedOver = report.path("keysPassedOver").asInt();
        return passedOver == 0
                ? text
                : text
                        + "\n%,d keys were passed over because too many records share them, the commonest %,d."
                                .formatted(
                                        passedOver,
                                        report.path("largestKeyPassedOver").asInt());
    }

    private String thresholds() {
        var table = new Table("from", "precision", "recall", "F1");
        report.path("thresholds").forEach(row -> add(table, figure(row, "threshold", 2), row));
        add(table, "joined from " + figure(report.path("grouped"), "threshold", 2), report.path("grouped"));
        return table.render();
    }

    private static void add(Table table, String label, JsonNode row) {
        table.row(label, figure(row, "precision", 4), figure(row, "recall", 4), figure(row, "f1", 4));
    }

    private String best() {
        var best = report.path("best");
        return "Best F1 %s, from %s on%s. It counts pairs; \"joined\" counts the pairs of the groups that come of joining them."
                .formatted(
                        figure(best, "f1", 4),
                        figure(best, "threshold", 2),
                        goal(best.path("f1").asDouble(), GOAL_OF_F1));
    }

    private String pace() {
        var table = new Table("what", "pairs/s", "pairs/CPU s");
        for (var what : List.of("ours", "reference")) {
            var pace = report.path(what);
            table.row(what, whole(pace.path("pairsPerSecond")), whole(pace.path("pairsPerCpuSecond")));
        }
        return table.render()
                + "\nRatio %.3f. The reference compares the same pairs of the same blocks for equal fields only; each is the best of three."
                        .formatted(report.path("ratio").asDouble());
    }

    private String goal(double figure, double goal) {
        return isGenerated()
                ? String.format(Locale.ROOT, " (goal %.2f: %s)", goal, figure >= goal ? "reached" : "MISSED")
                : "";
    }

    private boolean isGenerated() {
        return report.path("data").asString().equals("generated");
    }

    private static String figure(JsonNode row, String name, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", row.path(name).asDouble());
    }

    private static String whole(JsonNode number) {
        return String.format(Locale.ROOT, "%,.0f", number.asDouble());
    }
}
