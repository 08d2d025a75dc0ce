package io.askwell.ask.domain.draft.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.customer.AskingSignal.Identity;
import io.askwell.ask.domain.customer.AskingSignal.LimitsSet;
import io.askwell.ask.domain.customer.Success;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.draft.AskingHistory;
import io.askwell.ask.domain.draft.AskingHistory.Moment;
import io.askwell.ask.domain.draft.DraftPolicy;
import io.askwell.ask.domain.draft.ReviewFlag;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ContextSummaryTest {

    private static final AskingHistory NOTHING = new AskingHistory(List.of(), List.of(), null, null);
    private static final Instant SEPTEMBER = Instant.parse("2026-09-01T00:00:00Z");
    private static final AskingHistory MUCH = new AskingHistory(
            List.of(
                    new Moment(Instant.parse("2025-01-05T10:00:00Z"), "crm/by-hand"),
                    new Moment(Instant.parse("2026-01-05T10:00:00Z"), "askwell/ask-1")),
            List.of(new Moment(Instant.parse("2026-01-06T10:00:00Z"), "crm/no")),
            new LimitsSet(identity("crm/most"), 2, null, null),
            new LimitsSet(identity("crm/not-before"), null, SEPTEMBER, null));

    private final ContextSummary summary = new ContextSummary(Given.POLICY.drafts());

    @Test
    void tellsWhoTheWinTheHistoryWhyNowAndWhatToMindEachWithItsEvidence() {
        assertThat(summary.of("C-1", Given.assessment().build(), Given.PRAISE, List.of(ReviewFlag.SENSITIVE), MUCH)
                        .lines())
                .containsExactly(
                        "Acme (C-1), contact Ann Roe, customer since 2025-10-18 [readiness/assessment-1].",
                        "An established relationship, interactions: 7 [readiness/assessment-1].",
                        "The win: your milestone “1,000 orders” [app/milestone].",
                        "No open items; score 80 of 100 [readiness/assessment-1].",
                        "Asked 2× before, last on 2026-01-05 [askwell/ask-1, crm/by-hand].",
                        "An ask was last declined on 2026-01-06 [crm/no].",
                        "Their own limits: at most 2 asks in 90 days [crm/most], none before 2026-09-01 [crm/not-before].",
                        "Why now: nps promoter on 2026-10-01 [delighted/praise].",
                        "Mind: a sensitive account, be discreet.");
    }

    @Test
    void saysThatNobodyAskedBeforeAndNothingOfAWinThatIsNotKnown() {
        String text =
                summary.of("C-1", Given.assessment().successes(List.of()).build(), Given.PRAISE, List.of(), NOTHING);

        assertThat(text).contains("Never asked before.").doesNotContain("The win", "Mind", "limits");
    }

    @Test
    void staysWithinTheLimitOfWordsWhateverTheFactsAre() {
        var endless = "very long name ".repeat(500);
        var success = new Success(
                "outcome_recorded",
                endless,
                endless,
                new BigDecimal("12345678901234567890.5"),
                endless,
                Instant.EPOCH,
                IntStream.range(0, 500)
                        .mapToObj(number -> "app/" + number + " with spaces")
                        .toList());
        var assessment = Given.assessment()
                .profile(Given.profileOf(endless, endless))
                .successes(List.of(success))
                .build();

        String text = summary.of("C-1", assessment, Given.PRAISE, List.of(ReviewFlag.values()), MUCH);

        assertThat(text.split("\\s+", -1)).hasSizeLessThanOrEqualTo(150);
        assertThat(text.lines()).allMatch(line -> line.endsWith("."));
        assertThat(text).contains("very long name", "Why now", "Mind:");
    }

    @Test
    void leavesOutWholeStatementsTheLeastImportantFirst() {
        var drafts = Given.POLICY.drafts();
        var few = new ContextSummary(new DraftPolicy(
                24,
                drafts.establishedFromInteractions(),
                drafts.rewardMention(),
                drafts.workingHours(),
                drafts.emailSlot()));

        String text = few.of("C-1", Given.assessment().build(), Given.PRAISE, List.of(ReviewFlag.SENSITIVE), MUCH);

        assertThat(text.lines())
                .containsExactly(
                        "Acme (C-1), contact Ann Roe, customer since 2025-10-18 [readiness/assessment-1].",
                        "Why now: nps promoter on 2026-10-01 [delighted/praise].",
                        "Mind: a sensitive account, be discreet.");
    }

    @Test
    void writingFromRightToLeftStaysAndWhatWouldSteerTheTextDoesNot() {
        String text = summary.of(
                "C-1",
                Given.assessment()
                        .profile(Given.profileOf("שלום \u202Eעולם\u0000\n", "علي"))
                        .build(),
                Given.PRAISE,
                List.of(),
                NOTHING);

        assertThat(text.lines().findFirst())
                .hasValue("שלום עולם (C-1), contact علي, customer since 2025-10-18 [readiness/assessment-1].");
    }

    @Test
    void manySignalsAreCountedRatherThanListed() {
        var trigger = new Trigger(
                Given.PRAISE.kind(),
                Given.PRAISE.at(),
                Given.PRAISE.closesAt(),
                List.of("a/1", "a/2", "a/3", "a/4", "a/5"));

        assertThat(summary.of("C-1", Given.assessment().build(), trigger, List.of(), NOTHING))
                .contains("[a/1, a/2, a/3 and 2 more].");
    }

    private static Identity identity(String signal) {
        return new Identity(signal, 0, Instant.parse("2026-03-01T00:00:00Z"), signal);
    }
}
