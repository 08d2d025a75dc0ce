package io.askwell.ask.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftLintTest {

    private final DraftLint lint = new DraftLint(5);

    @Test
    void exactlyAsManyWordsAsAllowedAreAllowed() {
        assertThat(rules("one two three four five")).isEmpty();
    }

    @Test
    void oneWordMoreIsTooLong() {
        assertThat(lint.findings(draft("Hello", "one two three four five six")))
                .containsExactly(new LintFinding("too_long", "body", "6 words, at most 5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a reward awaits",
                "Get $50 for it",
                "worth 50 USD",
                "50€ each",
                "a Gift Card",
                "we'll pay you",
                "account credit for you",
                "20 % off next",
                "one free month"
            })
    void moneyGiftsAndCreditsArePromises(String body) {
        assertThat(rules(body)).contains("reward_promise");
    }

    @ParameterizedTest
    @ValueSource(strings = {"It was rewarding work", "Thanks for your time", "Meet on 12 May", "You are free"})
    void everydayWordsAreNone(String body) {
        assertThat(rules(body)).isEmpty();
    }

    @Test
    void aPromiseInTheSubjectCountsToo() {
        assertThat(lint.findings(draft("A bonus", "Hello")))
                .containsExactly(new LintFinding("reward_promise", "subject", "bonus"));
    }

    @Test
    void whatTheDraftQuotesOfTheCustomerIsNoPromiseOfOurs() {
        Draft draft = new Draft(
                1,
                Template.DIRECT,
                "v",
                "Hello",
                "You saved 40000 dollars",
                "template",
                List.of("saved 40000 dollars"));

        assertThat(lint.findings(draft)).isEmpty();
    }

    private List<String> rules(String body) {
        return lint.findings(draft("Hello", body)).stream()
                .map(LintFinding::rule)
                .toList();
    }

    private static Draft draft(String subject, String body) {
        return new Draft(1, Template.DIRECT, "v", subject, body, "template", List.of());
    }
}
