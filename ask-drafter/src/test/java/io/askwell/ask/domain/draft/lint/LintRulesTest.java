package io.askwell.ask.domain.draft.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.draft.Draft;
import io.askwell.ask.domain.draft.Template;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every rule with texts that break it and texts that keep it, one file a rule. The customer is Ann Roe of Acme, who reached
 * 1,000 orders, saved 12 hours and mentioned Kim Lee of Northwind.
 */
class LintRulesTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final List<String> RULES = List.of(
            "too_long",
            "not_one_ask",
            "placeholder",
            "reward_promise",
            "unsupported_claim",
            "third_party_data",
            "pressure",
            "transactional",
            "channel_limit");
    private static final List<String> QUOTED = List.of(
            "Ann Roe",
            "Acme, Inc.",
            "Acme",
            "your milestone “1,000 orders”",
            "1,000 orders",
            "time saved: 12 hours",
            "12 hours",
            "your result “We saved $40,000”",
            "We saved $40,000",
            "best quarter yet",
            "Kim Lee of Northwind",
            "Kim Lee",
            "Northwind");

    private final DraftLint lint = new DraftLint(Given.POLICY.textLimits());

    @TestFactory
    Stream<DynamicContainer> rule() {
        return RULES.stream().map(rule -> {
            JsonNode table = read(rule + ".yaml");
            assertThat(table.at("/breaks").size()).isGreaterThanOrEqualTo(12);
            assertThat(table.at("/keeps").size()).isGreaterThanOrEqualTo(8);
            return dynamicContainer(
                    rule,
                    Stream.concat(
                            table.at("/breaks")
                                    .valueStream()
                                    .map(text -> dynamicTest(
                                            "is broken by " + text,
                                            () -> assertThat(brokenBy(text)).contains(rule))),
                            table.at("/keeps")
                                    .valueStream()
                                    .map(text -> dynamicTest(
                                            "is kept by " + text,
                                            () -> assertThat(findings(text))
                                                    .filteredOn(finding ->
                                                            finding.rule().equals(rule))
                                                    .isEmpty()))));
        });
    }

    @TestFactory
    Stream<DynamicTest> aGoodEditOfAPersonBreaksNone() {
        JsonNode edits = read("good-edits.yaml");
        assertThat(edits.size()).isGreaterThanOrEqualTo(15);
        return edits.valueStream()
                .map(edit -> dynamicTest(
                        edit.asString(), () -> assertThat(findings(edit)).isEmpty()));
    }

    @Test
    void aRefusalListsEveryBrokenRuleOnceForEachPartWithItsWords() {
        Draft draft = draft("A gift card and a bonus", "Act now: $50 and a gift for 3 names of Globex Ltd.");

        assertThat(lint.findings(draft, recipient(Channel.EMAIL)))
                .contains(
                        new LintFinding("not_one_ask", "body", "nothing is asked"),
                        new LintFinding("reward_promise", "subject", "gift, bonus"),
                        new LintFinding("reward_promise", "body", "gift, $50"),
                        new LintFinding("pressure", "body", "Act now"),
                        new LintFinding("third_party_data", "body", "Globex"));
    }

    @Test
    void whatTheDraftQuotesIsNoPromiseOfOursButOnlyAsItWasSaid() {
        var said = new Draft(
                1,
                Template.DIRECT,
                "v",
                "Hello",
                "You won a bonus round. Who else?",
                "t",
                List.of("won a bonus round"),
                null);
        var twisted = said.edited("Hello", "You get a bonus. Who else?", "rep-7");

        assertThat(lint.findings(said, recipient(Channel.EMAIL))).isEmpty();
        assertThat(lint.findings(twisted, recipient(Channel.EMAIL)))
                .containsExactly(new LintFinding("reward_promise", "body", "bonus"));
    }

    @Test
    void aQuotedShortWordDoesNotHideLettersOfOthers() {
        var draft =
                new Draft(1, Template.DIRECT, "v", "Hello", "A reward. Who else?", "t", List.of("a", "wa", "re"), null);

        assertThat(lint.findings(draft, recipient(Channel.EMAIL)))
                .containsExactly(new LintFinding("reward_promise", "body", "reward"));
    }

    private List<String> brokenBy(JsonNode text) {
        return findings(text).stream().map(LintFinding::rule).toList();
    }

    private List<LintFinding> findings(JsonNode text) {
        if (!text.isObject()) {
            return lint.findings(draft("Hello", grown(text.asString())), recipient(Channel.EMAIL));
        }
        String channel = text.path("channel").asString("email").toUpperCase(Locale.ROOT);
        String subject = grown(text.path("subject").asString("Hello"));
        return lint.findings(draft(subject, grown(text.at("/body").asString())), recipient(Channel.valueOf(channel)));
    }

    /** Long texts are written as what they are made of and how much of it. */
    private static String grown(String text) {
        String[] parts = text.split("[ ,]", 3);
        return switch (parts[0]) {
            case "SUBJECT" -> "s".repeat(Integer.parseInt(parts[1]));
            case "BODY" -> "b".repeat(Integer.parseInt(parts[1]));
            case "WORDS" -> "word ".repeat(Integer.parseInt(parts[1])) + (parts.length > 2 ? parts[2] : "");
            case "LINES" -> "word\n".repeat(Integer.parseInt(parts[1]));
            case "NBSP" -> "word\u00A0".repeat(Integer.parseInt(parts[1]));
            case "NARROW" -> "word\u202F".repeat(Integer.parseInt(parts[1]));
            case "IDEOGRAPHIC" -> "word\u3000".repeat(Integer.parseInt(parts[1]));
            case "FULL" -> "ｗ ".repeat(Integer.parseInt(parts[1]));
            case "TABS" -> "word\t".repeat(Integer.parseInt(parts[1]));
            case "COMMAS" -> "word, ".repeat(Integer.parseInt(parts[1]));
            case "DIGITS" -> "7 ".repeat(Integer.parseInt(parts[1]));
            case "DASHED" -> "word - ".repeat(Integer.parseInt(parts[1]));
            default -> text;
        };
    }

    private static Draft draft(String subject, String body) {
        return new Draft(1, Template.DIRECT, "v", subject, body, "template", QUOTED, null);
    }

    private static Recipient recipient(Channel channel) {
        return Recipient.of(channel, "rep-7", "Ann Roe", "ann@acme.example");
    }

    private static JsonNode read(String file) {
        try (@Nullable InputStream stream = LintRulesTest.class.getResourceAsStream("/lint/" + file)) {
            return YAML.readTree(Objects.requireNonNull(stream, file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
