package io.askwell.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The answer of a replay, for people. */
final class ReplayText {

    private final JsonNode report;
    private final List<String> blocks = new ArrayList<>();

    private ReplayText(JsonNode report) {
        this.report = report;
    }

    static String of(JsonNode report) {
        return new ReplayText(report).text();
    }

    private String text() {
        blocks.add(basis());
        blocks.add(TwoVersions.text("POLICY", "active", report.path("active"), report.path("proposed")));
        if (report.path("changes").isEmpty()) {
            blocks.add("Nothing would change: every customer keeps the decision.");
        } else {
            blocks.add(changes());
            blocks.add(examples());
        }
        blocks.add(remainder());
        return String.join("\n\n", blocks);
    }

    private String basis() {
        var sentences = new ArrayList<String>();
        sentences.add("%s of %s, judged as of %s."
                .formatted(
                        counted(number("signals"), "signal"),
                        counted(number("customers"), "customer"),
                        report.path("at").asString()));
        var passedOver = report.path("passedOver");
        if (!passedOver.isEmpty()) {
            sentences.add("Passed over, as the scorer does: "
                    + passedOver
                            .propertyStream()
                            .map(reason -> reason.getValue().asLong() + " " + reason.getKey())
                            .collect(Collectors.joining(", "))
                    + ".");
        }
        if (number("acceptedLater") > 0) {
            sentences.add("Not counted, because it was accepted after that moment: "
                    + counted(number("acceptedLater"), "signal") + ".");
        }
        return String.join("\n", sentences);
    }

    private String changes() {
        var table = new Table("FROM", "TO", "CUSTOMERS");
        report.path("changes")
                .forEach(change -> table.row(
                        word(change, "from"),
                        word(change, "to"),
                        Long.toString(change.path("customers").asLong())));
        return table.render();
    }

    private String examples() {
        var table = new Table("FOR EXAMPLE", "BEFORE", "AFTER");
        report.path("changes")
                .forEach(change -> change.path("examples")
                        .forEach(example -> table.row(
                                word(example, "customerId"),
                                verdict(example.path("before")),
                                verdict(example.path("after")))));
        return table.render();
    }

    private String remainder() {
        long onlyGrounds = number("onlyGroundsChange");
        return (onlyGrounds == 0
                        ? ""
                        : counted(onlyGrounds, "more customer")
                                + " would keep the decision, with another score or other reasons.\n")
                + "Nothing was changed.";
    }

    private static String verdict(JsonNode verdict) {
        var reasons =
                verdict.path("reasons").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
        return word(verdict, "decision") + ", score " + verdict.path("score").asInt()
                + (reasons.isEmpty() ? "" : ": " + reasons);
    }

    private long number(String name) {
        return report.path(name).asLong();
    }

    private static String word(JsonNode node, String name) {
        return node.path(name).asString();
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
