package io.askwell.readiness.application.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.application.replay.ReplayReport.Change;
import io.askwell.readiness.domain.Readiness;
import io.askwell.readiness.domain.signal.Canonical;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.ProfileFact.CustomerUpdated;
import io.askwell.readiness.domain.signal.RelationshipFact.ChampionIdentified;
import io.askwell.readiness.domain.signal.SatisfactionFact.NpsScored;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.readiness.domain.signal.ValueFact.GoalAchieved;
import io.askwell.readiness.domain.signal.ValueFact.UsageReported;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplaySignalsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final StampedPolicy SHIPPED = TestPolicy.shipped();
    private static final StampedPolicy HIGHER_BAND = TestPolicy.with("askNow: 70", "askNow: 95");

    private final RememberedSignals log = new RememberedSignals();

    @Test
    void aHigherBandMakesASoftMentionOfAnAsk() {
        praise("C-1", 0);

        var report = replay(HIGHER_BAND);

        assertThat(report.changes())
                .containsExactly(new Change(
                        Readiness.ASK_NOW,
                        Readiness.SOFT_MENTION,
                        1,
                        List.of(new Comparison(
                                "C-1",
                                new Verdict(Readiness.ASK_NOW, 70, List.of()),
                                new Verdict(Readiness.SOFT_MENTION, 70, List.of())))));
        assertThat(report.signals()).isEqualTo(3);
        assertThat(report.customers()).isEqualTo(1);
        assertThat(report.at()).isEqualTo(NOW);
        assertThat(report.active().version()).isEqualTo("readiness-v1");
        assertThat(report.proposed().hash()).isEqualTo(HIGHER_BAND.hash());
    }

    @Test
    void theSamePolicyChangesNothing() {
        praise("C-1", 0);

        var report = replay(SHIPPED);

        assertThat(report.changes()).isEmpty();
        assertThat(report.onlyGroundsChange()).isZero();
    }

    @Test
    void everyCustomerIsCountedAndTheFirstFiveInTheLogAreNamed() {
        IntStream.range(0, 4).forEach(i -> praise("C-" + (9 - i), 0));
        IntStream.range(0, 4).forEach(i -> praise("C-" + i, 1));

        assertThat(replay(HIGHER_BAND).changes()).singleElement().satisfies(change -> {
            assertThat(change.customers()).isEqualTo(8);
            assertThat(change.examples())
                    .extracting(Comparison::customerId)
                    .containsExactly("C-9", "C-8", "C-7", "C-6", "C-0");
        });
    }

    @Test
    void changesAreListedInTheOrderOfTheDecisions() {
        praise("happy", 0);
        log.add(0, "happy", signal("nps-later", 0, new NpsScored(10)));
        praise("held-no-more", 0);
        var held = TestPolicy.with("detractorAtMost: 6", "detractorAtMost: 9");
        var stricter = TestPolicy.with("askNow: 70", "askNow: 95");

        assertThat(new ReplaySignals(held, stricter, log).run(NOW, (_, _) -> {}).changes())
                .extracting(change -> change.from() + " to " + change.to())
                .containsExactly("ASK_NOW to SOFT_MENTION", "HOLD to SOFT_MENTION");
    }

    @Test
    void aCustomerWhoKeepsTheDecisionOnOtherGroundsIsCountedApart() {
        praise("C-1", 0);
        var moreForTenure = TestPolicy.with("tenure: { points: 10", "tenure: { points: 12");

        var report = replay(moreForTenure);

        assertThat(report.changes()).isEmpty();
        assertThat(report.onlyGroundsChange()).isEqualTo(1);
    }

    @Test
    void whatWasAcceptedAfterTheMomentDoesNotCount() {
        praise("C-1", 0);

        var report = new ReplaySignals(SHIPPED, HIGHER_BAND, log).run(NOW.minus(Duration.ofDays(1)), (_, _) -> {});

        assertThat(report.changes()).isEmpty();
        assertThat(report.signals()).isEqualTo(2);
        assertThat(report.acceptedLater()).isEqualTo(1);
    }

    @Test
    void atALaterMomentWindowsHaveClosed() {
        praise("C-1", 0);

        var report = new ReplaySignals(SHIPPED, HIGHER_BAND, log).run(NOW.plus(Duration.ofDays(2)), (_, _) -> {});

        assertThat(report.changes()).isEmpty();
        assertThat(report.signals()).isEqualTo(3);
    }

    @Test
    void whatTheScorerDoesNotCountIsCountedByItsReason() {
        praise("C-1", 0);
        log.add(0, "C-1", signal("nps", 0, new ChampionIdentified()));
        log.passOver(0, "undecodable");
        log.passOver(1, "undecodable");
        log.passOver(1, "newer_kind");

        var report = replay(SHIPPED);

        assertThat(report.passedOver()).isEqualTo(Map.of("kind_changed", 1L, "newer_kind", 1L, "undecodable", 2L));
        assertThat(report.signals()).isEqualTo(3);
    }

    @Test
    void eachPolicyKeepsWhatItNeedsOfALongHistory() {
        log.add(0, "C-1", signal("active", 400, new UsageReported(10.0, 25)));
        IntStream.range(0, 60)
                .forEach(i -> log.add(0, "C-1", signal("idle-" + i, 300 - i, new UsageReported(10.0, 0))));
        praise("C-2", 0);
        var winWithFewerDays = TestPolicy.with("activeDays: 30", "activeDays: 20");

        var forgetful = new PolicyComparison(SHIPPED.policy(), winWithFewerDays.policy(), NOW);
        var kept = log.of("C-1").stream().reduce(KeptByBoth.NOTHING, forgetful::with, (first, _) -> first);

        assertThat(kept.active().of(UsageReported.class)).hasSize(50);
        assertThat(kept.proposed().of(UsageReported.class)).hasSize(51);
        assertThat(forgetful.of("C-1", kept).after().reasons()).doesNotContain("no_value_yet");
        assertThat(replay(winWithFewerDays).onlyGroundsChange()).isEqualTo(1);
    }

    @Test
    void progressGoesOnFromPartitionToPartition() {
        praise("C-1", 0);
        praise("C-2", 1);
        List<String> told = new ArrayList<>();

        new ReplaySignals(SHIPPED, SHIPPED, log).run(NOW, (records, of) -> told.add(records + " of " + of));

        assertThat(told).containsExactly("0 of 6", "3 of 6", "6 of 6");
    }

    private ReplayReport replay(StampedPolicy proposed) {
        return new ReplaySignals(SHIPPED, proposed, log).run(NOW, (_, _) -> {});
    }

    /** 10 tenure, 20 first win, 30 promoter, 10 engaged: exactly the band of ask_now. */
    private void praise(String customer, int partition) {
        log.add(partition, customer, signal("profile", 400, signedUp(NOW.minus(Duration.ofDays(500)))));
        log.add(partition, customer, signal("win", 90, new GoalAchieved("Go live")));
        log.add(partition, customer, signal("nps", 0, new NpsScored(9)));
    }

    private static Signal<?> signal(String id, int daysAgo, Fact fact) {
        var at = NOW.minus(Duration.ofDays(daysAgo));
        return new Signal<>(new SignalId("test", id), 0, at, at, id, fact, Canonical.owning(new byte[0]));
    }

    private static CustomerUpdated signedUp(Instant at) {
        return new CustomerUpdated(
                null, null, null, null, null, null, null, null, null, null, null, at, null, null, null, null, null,
                null, null, null);
    }
}
