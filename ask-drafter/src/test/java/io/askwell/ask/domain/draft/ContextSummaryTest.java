package io.askwell.ask.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.customer.AskConsent;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Profile;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContextSummaryTest {

    @Test
    void tellsWhoWhyNowTheWinTheHistoryAndWhatToMindEachWithItsEvidence() {
        String summary = ContextSummary.of(
                "C-1",
                Given.assessment().build(),
                Given.PRAISE,
                List.of(ReviewFlag.SENSITIVE),
                List.of(Instant.parse("2026-01-05T10:00:00Z")));

        assertThat(summary.lines())
                .containsExactly(
                        "Acme (C-1), contact Ann Roe.",
                        "Why now: nps promoter on 2026-10-01 [delighted/praise].",
                        "The win: your milestone “1,000 orders” [app/milestone].",
                        "Score 80 of 100; no concern is open.",
                        "Asked 1× before, last on 2026-01-05.",
                        "Mind: a sensitive account, be discreet.");
    }

    @Test
    void everyFlagFollowsFromItsFact() {
        var profile = new Profile(
                null, ZoneOffset.UTC, Channel.EMAIL, null, true, true, true, AskConsent.UNKNOWN, null, null, null);

        assertThat(ReviewFlag.of(profile, true)).containsExactlyInAnyOrder(ReviewFlag.values());
        assertThat(ReviewFlag.of(Given.profile(), false)).isEmpty();
    }

    @Test
    void staysWithin150WordsWithEveryFlag() {
        String summary = ContextSummary.of(
                "C-1", Given.assessment().build(), Given.PRAISE, List.of(ReviewFlag.values()), List.of());

        assertThat(summary.split("\\s+", -1)).hasSizeLessThanOrEqualTo(150);
    }
}
