package io.askwell.ask.domain.draft.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.draft.Draft;
import io.askwell.ask.domain.draft.Template;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may edit may send 10,000 characters of anything; the answer comes soon, and it is no. */
class HostileTextsTest {

    private static final int MOST_CHARACTERS = 10_000;
    private static final Duration SOON = Duration.ofSeconds(10);

    private final DraftLint lint = new DraftLint(Given.POLICY.textLimits());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a ", "a b c ", "aaaa", "аa", "you know ", "Anna Bob ", "Anna & ", "if you give ", "please answer ",
                        "1 ", "1 2 3 ",
                "1,000 ", "-1-1-1", "+1 ", "() 1 ", "a.b.c@d.", "x@", "the our ", "the best the ", "hi\n", "\n", " \n ",
                "Dr. Anna-Maria van der ", "free free ", "send me a ", "we will ", "(((", "{", "[a", "<a", "__", "$",
                        "no hurry or ",
                "introduce us to Anna and ", "only one two ", "name ", "other people ", "at 1 ", "and also ", "\u200B",
                        "”“", "\uFFFC", "\uD83D"
            })
    void areRefusedSoon(String unit) {
        String text = unit.repeat(MOST_CHARACTERS / unit.length());
        var draft =
                new Draft(1, Template.DIRECT, "v", text, text, "rep-7", List.of("Ann Roe", "a", "1,000 orders"), null);

        List<LintFinding> findings = assertTimeoutPreemptively(
                SOON, () -> lint.findings(draft, Recipient.of(Channel.PHONE, "rep-7", "Ann Roe", null)));

        assertThat(findings).extracting(LintFinding::rule).contains("too_long", "channel_limit");
    }
}
