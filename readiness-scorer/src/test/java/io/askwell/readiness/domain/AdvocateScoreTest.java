package io.askwell.readiness.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.domain.signal.Canonical;
import io.askwell.readiness.domain.signal.ConcernFact.TicketResolved;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Retraction;
import io.askwell.readiness.domain.signal.SatisfactionFact.NpsScored;
import io.askwell.readiness.domain.signal.SatisfactionFact.SocialMention;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.readiness.domain.signal.ValueFact.UsageReported;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvocateScoreTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration MICROSECOND = Duration.ofNanos(1_000);

    /** Tenths when nothing is known: half of the 20 % for ticket sentiment. */
    private static final int NEUTRAL = 100;

    private final List<Signal<?>> history = new ArrayList<>();

    @Test
    void withoutTicketsTheirSentimentIsNeutralAndAllElseIsNothing() {
        assertThat(score()).isEqualTo(NEUTRAL);
        assertThat(new AdvocateScore(NEUTRAL).toDecimal()).isEqualTo(new BigDecimal("10.0"));
    }

    @Test
    void everythingAtItsBestIsAHundred() {
        var facts = new AdvocateFacts(
                true,
                10,
                List.of(BigDecimal.ONE),
                BigDecimal.valueOf(100),
                NOW.minus(Duration.ofDays(9_999)),
                Collections.nCopies(5, NOW));

        assertThat(AdvocateScore.of(facts, NOW).toDecimal()).isEqualTo(new BigDecimal("100.0"));
    }

    @Test
    void theLatestNpsAndTheLatestUsageCount() {
        happened(3, new NpsScored(10));
        happened(1, new NpsScored(7));
        happened(3, new UsageReported(99, null));
        happened(1, new UsageReported(40, null));

        assertThat(score()).isEqualTo(NEUTRAL + 210 + 80);
    }

    @ParameterizedTest
    @CsvSource({"0.25, 101", "0.2499999, 100", "0.75, 102", "0.7499999, 101"})
    void halfATenthIsRoundedUp(double percentile, int tenths) {
        happened(1, new UsageReported(percentile, null));

        assertThat(score()).isEqualTo(tenths);
    }

    @Test
    void theMeanOfTheTicketsIsRoundedWithTheWholeOnly() {
        resolved(1, "1");
        resolved(2, "0");
        resolved(3, "0");
        // 66.67 tenths for the tickets and 0.6 for the usage: rounded one by one they would make 68.
        happened(1, new UsageReported(0.3, null));

        assertThat(score()).isEqualTo(67);
    }

    @Test
    void theLastTenTicketsThatCarryASatisfactionCount() {
        for (int i = 0; i < 10; i++) {
            resolved(10 + i, "0.9");
            resolved(1, null);
        }
        resolved(60, "0.1");

        assertThat(score()).isEqualTo(180);
    }

    @Test
    void tenureIsExactToTheMoment() {
        // The 300th part of two years: half a tenth.
        var half = Duration.ofDays(730).dividedBy(300);

        assertThat(scoreOfSignUp(NOW.minus(half))).isEqualTo(NEUTRAL + 1);
        assertThat(scoreOfSignUp(NOW.minus(half).plus(MICROSECOND))).isEqualTo(NEUTRAL);
        assertThat(scoreOfSignUp(NOW.minus(Duration.ofDays(365)))).isEqualTo(NEUTRAL + 75);
        assertThat(scoreOfSignUp(NOW.minus(Duration.ofDays(730)))).isEqualTo(NEUTRAL + 150);
        assertThat(scoreOfSignUp(Instant.parse("0001-01-01T00:00:00Z"))).isEqualTo(NEUTRAL + 150);
        assertThat(scoreOfSignUp(NOW.plusSeconds(1))).isEqualTo(NEUTRAL);
    }

    @Test
    void aMentionCountsFor365DaysAndTheirLastMomentIsIncluded() {
        happened(365, new SocialMention(true));
        assertThat(score()).isEqualTo(NEUTRAL + 30);

        assertThat(AdvocateScore.of(facts(), NOW.plus(MICROSECOND)).tenths()).isEqualTo(NEUTRAL);
    }

    @Test
    void fivePositiveMentionsAreAsGoodAsMore() {
        for (int i = 0; i < 9; i++) {
            happened(i, new SocialMention(i % 2 == 0));
        }
        assertThat(score()).isEqualTo(NEUTRAL + 150);

        happened(20, new SocialMention(true));
        assertThat(score()).isEqualTo(NEUTRAL + 150);
    }

    @Test
    void aCustomerOfWhomAllWasRetractedIsNotLive() {
        happened(1, new NpsScored(10));
        assertThat(facts().live()).isTrue();

        happened(0, new Retraction("test/s0"));
        assertThat(facts()).isEqualTo(AdvocateFacts.NONE);
    }

    private int score() {
        return AdvocateScore.of(facts(), NOW).tenths();
    }

    private AdvocateFacts facts() {
        return AdvocateFacts.of(CustomerSignals.of(history));
    }

    private static int scoreOfSignUp(Instant signedUpAt) {
        var facts = new AdvocateFacts(true, null, List.of(), null, signedUpAt, List.of());
        return AdvocateScore.of(facts, NOW).tenths();
    }

    private void resolved(int daysAgo, @Nullable String satisfaction) {
        var decimal = satisfaction == null ? null : new BigDecimal(satisfaction);
        happened(daysAgo, new TicketResolved("t-" + history.size(), decimal, false));
    }

    private void happened(int daysAgo, Fact fact) {
        var at = NOW.minus(Duration.ofDays(daysAgo));
        var id = new SignalId("test", "s" + history.size());
        history.add(new Signal<>(id, 0, at, at, id.id(), fact, Canonical.owning(new byte[0])));
    }
}
