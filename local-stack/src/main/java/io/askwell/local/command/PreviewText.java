package io.askwell.local.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What another reward program would have promised, for people. */
final class PreviewText {

    private final JsonNode report;
    private final List<String> blocks = new ArrayList<>();

    private PreviewText(JsonNode report) {
        this.report = report;
    }

    static String of(JsonNode report) {
        return new PreviewText(report).text();
    }

    private String text() {
        blocks.add("Deals that were won: " + report.path("conversions").asLong()
                + ", judged in the order of their wins by what is known of them now.");
        blocks.add(TwoVersions.text("PROGRAM", "in force", report.path("inForce"), report.path("proposed")));
        if (report.path("changed").asLong() == 0) {
            blocks.add("Nobody would have been promised anything else.");
        } else {
            blocks.add(promises());
            if (!report.path("notEligible").isEmpty()) {
                blocks.add(notEligible());
            }
            blocks.add(examples());
        }
        blocks.add("Nothing was changed.");
        return String.join("\n\n", blocks);
    }

    private String promises() {
        var table = new Table("TO", "FORM", "IN FORCE", "PROPOSED");
        report.path("promises")
                .forEach(row -> table.row(
                        word(row, "role"),
                        word(row, "form"),
                        sum(row.path("inForce"), word(row, "currency")),
                        sum(row.path("proposed"), word(row, "currency"))));
        return table.render();
    }

    private String notEligible() {
        var table = new Table("NOT ELIGIBLE", "IN FORCE", "PROPOSED");
        report.path("notEligible")
                .propertyStream()
                .forEach(reason -> table.row(
                        reason.getKey(),
                        Long.toString(reason.getValue().path("inForce").asLong()),
                        Long.toString(reason.getValue().path("proposed").asLong())));
        return table.render();
    }

    private String examples() {
        var table = new Table("FOR EXAMPLE", "TO", "IN FORCE", "PROPOSED");
        report.path("examples")
                .forEach(example -> table.row(
                        word(example, "referralId"),
                        word(example, "role"),
                        award(example.path("inForce")),
                        award(example.path("proposed"))));
        long more = report.path("changed").asLong() - report.path("examples").size();
        return more > 0 ? table.render() + "\nand " + more + " more" : table.render();
    }

    private static String sum(JsonNode sum, String currency) {
        return sum.path("rewards").asLong() + ", " + money(sum.path("minor").asLong(), currency);
    }

    private static String award(JsonNode award) {
        var reasons = award.path("reasons")
                .valueStream()
                .map(reason -> word(reason, "code"))
                .collect(Collectors.joining(", "));
        var amount = award.path("amount");
        return reasons.isEmpty()
                ? money(amount.path("amountMinor").asLong(), word(amount, "currency")) + " " + word(award, "form")
                : "nothing: " + reasons;
    }

    private static String money(long minor, String currency) {
        int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        return BigDecimal.valueOf(minor, digits).toPlainString() + " " + currency;
    }

    private static String word(JsonNode node, String name) {
        return node.path(name).asString();
    }
}
