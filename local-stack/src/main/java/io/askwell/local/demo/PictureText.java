package io.askwell.local.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A picture as lines for people: the words are the product's, only their places are ours. */
public final class PictureText {

    private final List<String> lines = new ArrayList<>();

    private PictureText() {}

    public static String of(Picture picture) {
        var text = new PictureText();
        text.section(
                "Asks that wait for their owner",
                picture.asks().stream()
                        .filter(ask -> word(ask, "status").equals("pending"))
                        .map(PictureText::waitingAsk));
        text.section(
                "Asks that were decided",
                picture.asks().stream()
                        .filter(ask -> !word(ask, "status").equals("pending"))
                        .map(PictureText::decidedAsk));
        text.section("An edit that was refused", Stream.of(refusal(picture.refusedEdit())));
        text.section(
                "Customers who are not asked, and why",
                picture.readiness().stream()
                        .filter(readiness -> !readiness.path("reasons").isEmpty())
                        .map(PictureText::heldBack));
        text.section("Referrals", picture.referrals().stream().map(PictureText::referral));
        text.section(
                "Conflicts and other questions that wait for a person",
                picture.reviews().stream().map(PictureText::review));
        text.section("Rewards", picture.rewards().stream().map(PictureText::reward));
        text.section("Transfers", picture.transfers().stream().map(PictureText::transfer));
        text.section(
                "Trial balance",
                picture.trialBalance().path("currencies").valueStream().map(PictureText::balance));
        return String.join("\n", text.lines);
    }

    private void section(String heading, Stream<String> entries) {
        lines.add("");
        lines.add(heading);
        var found = entries.toList();
        if (found.isEmpty()) {
            lines.add("  none");
        }
        found.forEach(entry -> lines.add(entry.indent(2).stripTrailing()));
    }

    private static String waitingAsk(JsonNode ask) {
        return "%s  %s because of %s, by %s, until %s\n     \"%s\""
                .formatted(
                        word(ask, "customerId"),
                        word(ask, "mode"),
                        word(ask, "trigger"),
                        word(ask, "ownerId"),
                        word(ask, "expiresAt"),
                        word(ask.path("draft"), "subject"));
    }

    private static String decidedAsk(JsonNode ask) {
        var history = ask.path("history").valueStream().map(PictureText::step).collect(Collectors.joining(", "));
        return "%s  %s: %s".formatted(word(ask, "customerId"), word(ask, "status"), history);
    }

    private static String step(JsonNode step) {
        return word(step, "step")
                + (step.path("by").isString() ? " by " + word(step, "by") : "")
                + (step.path("until").isString() ? " until " + word(step, "until") : "")
                + (step.path("reasons").isEmpty() ? "" : " because of " + reasons(step));
    }

    private static String refusal(JsonNode problem) {
        return "%s: %s"
                .formatted(
                        problem.path("status").asInt(),
                        problem.path("errors").isEmpty()
                                ? word(problem, "detail")
                                : problem.path("errors")
                                        .valueStream()
                                        .map(error -> word(error, "pointer") + " " + word(error, "detail"))
                                        .collect(Collectors.joining(", ")));
    }

    private static String heldBack(JsonNode readiness) {
        return "%s  %s, score %d: %s"
                .formatted(
                        word(readiness, "customerId"),
                        word(readiness, "decision"),
                        readiness.path("score").asInt(),
                        reasons(readiness));
    }

    private static String reasons(JsonNode of) {
        return of.path("reasons")
                .valueStream()
                .map(reason -> reason.path("evidence").isEmpty()
                        ? word(reason, "code")
                        : word(reason, "code") + " (" + evidence(reason) + ")")
                .collect(Collectors.joining(", "));
    }

    private static String referral(JsonNode referral) {
        var attribution = referral.path("attribution");
        return "%s, %s  %s, %s%s\n     %s"
                .formatted(
                        word(referral.path("lead"), "name"),
                        word(referral.path("lead"), "company"),
                        word(referral, "stage"),
                        word(attribution, "state"),
                        attribution.path("referrer").isObject()
                                ? " to " + word(attribution.path("referrer"), "id") + ", confidence "
                                        + word(attribution, "confidence")
                                : "",
                        word(attribution, "note"));
    }

    private static String review(JsonNode review) {
        var claims = review.path("claims")
                .valueStream()
                .map(claim -> "%s (strength %s, %s)"
                        .formatted(word(claim.path("referrer"), "id"), claim.path("strength"), evidence(claim)))
                .collect(Collectors.joining(" against "));
        return "%s: %s".formatted(word(review, "kind"), claims);
    }

    private static String reward(JsonNode reward) {
        var recoverable = reward.path("recoverable");
        return "%s %s  %s %s, %s%s%s"
                .formatted(
                        word(reward, "role"),
                        word(reward.path("beneficiary"), "id"),
                        money(reward.path("amount")),
                        word(reward, "form"),
                        word(reward, "state"),
                        approvals(reward),
                        recoverable.path("amountMinor").asLong() == 0
                                ? ""
                                : ", " + money(recoverable) + " wanted back");
    }

    private static String approvals(JsonNode reward) {
        var people = reward.path("approvals")
                .valueStream()
                .map(approval -> word(approval, "by"))
                .collect(Collectors.joining(", "));
        if (people.isEmpty()) {
            return "";
        }
        return word(reward, "state").equals("approved") ? " by " + people : ", approved by " + people;
    }

    private static String transfer(JsonNode transfer) {
        return "%s %s  from %s to %s"
                .formatted(
                        word(transfer, "code"),
                        money(transfer.path("amount")),
                        word(transfer, "debit"),
                        word(transfer, "credit"));
    }

    private static String balance(JsonNode currency) {
        var code = word(currency, "currency");
        return "debits %s, credits %s, difference %s"
                .formatted(
                        money(currency.path("debitsMinor"), code),
                        money(currency.path("creditsMinor"), code),
                        money(currency.path("differenceMinor"), code));
    }

    private static String evidence(JsonNode of) {
        return of.path("evidence")
                .valueStream()
                .map(evidence -> evidence.isString() ? evidence.stringValue() : word(evidence, "ref"))
                .collect(Collectors.joining(", "));
    }

    private static String money(JsonNode amount) {
        return money(amount.path("amountMinor"), word(amount, "currency"));
    }

    private static String money(JsonNode minor, String currency) {
        var digits = Currency.getInstance(currency).getDefaultFractionDigits();
        return BigDecimal.valueOf(minor.asLong(), digits).toPlainString() + " " + currency;
    }

    private static String word(JsonNode node, String field) {
        return node.path(field).asString("-");
    }
}
