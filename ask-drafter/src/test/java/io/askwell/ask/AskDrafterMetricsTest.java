package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.application.Asks.Backlog;
import io.askwell.ask.application.Hindrance;
import io.askwell.ask.application.ReleaseFence.Crossing;
import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.AskStep.Kind;
import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.Drafter;
import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.HeldBack;
import io.askwell.ask.domain.Objection;
import io.askwell.ask.domain.Person;
import io.askwell.ask.domain.Person.Role;
import io.askwell.ask.domain.PersonDecision;
import io.askwell.ask.domain.PersonDecision.Verdict;
import io.askwell.ask.domain.customer.AskingSignals;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Delivery;
import io.askwell.ask.domain.draft.Holidays;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class AskDrafterMetricsTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final AskDrafterMetrics metrics = new AskDrafterMetrics(meters);
    private final Instant opened = Given.PRAISE.at();
    private final Ask.Pending pending = pending();

    @Test
    void everyStepIsCountedByItsKind() {
        metrics.stepTaken(new AskStep(Kind.DRAFTED, pending, opened));

        assertThat(meters.get("referral.ask.steps")
                        .tag("step", "drafted")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theTimeToADecisionIsMeasuredByDecision() {
        Instant later = opened.plus(Duration.ofMinutes(3));
        var decision = new PersonDecision(new Person("rep-7", Role.ACCOUNT_OWNER), Verdict.APPROVE, null, null, later);

        metrics.stepTaken(new AskStep(Kind.APPROVED, pending.approve(decision), later));

        assertThat(meters.get("referral.ask.decision")
                        .tag("decision", "approve")
                        .timer()
                        .totalTime(TimeUnit.MINUTES))
                .isEqualTo(3);
    }

    @Test
    void theEndOfAnAskIsCountedByItsReasons() {
        metrics.stepTaken(
                new AskStep(Kind.WITHDRAWN, pending.withdraw(List.of(Reason.of("complaint")), opened), opened));

        assertThat(meters.get("referral.asks.ended")
                        .tag("reason", "complaint")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void heldBackOpportunitiesAreCountedByEachReason() {
        metrics.heldBack(new HeldBack(
                Given.PRAISE,
                List.of(new Objection("cool_down", opened, List.of()), new Objection("open_ask", null, List.of()))));

        for (String reason : List.of("cool_down", "open_ask")) {
            assertThat(meters.get("referral.opportunities.held.back")
                            .tag("reason", reason)
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void theWaitAtTheFenceIsMeasuredByItsOutcome() {
        metrics.fenceTried(new Crossing.Passed(), Duration.ofSeconds(1));
        metrics.fenceTried(new Crossing.Waits(Hindrance.READINESS_SCORER), Duration.ofSeconds(2));

        assertThat(meters.get("referral.release.fence.wait")
                        .tag("outcome", "passed")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("referral.release.fence.wait")
                        .tag("outcome", "readiness_scorer")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isEqualTo(2);
    }

    @Test
    void deliveriesAreCountedByMethodAndOutcomeAndAnAnswerIsNoNewsOfThem() {
        var decision = new PersonDecision(new Person("rep-7", Role.ACCOUNT_OWNER), Verdict.APPROVE, null, null, opened);
        var approved = pending.approve(decision);
        var awaited = new Delivery.Awaited(Carrier.EMAIL);
        var byOwner = approved.release(new Delivery.ByOwner(), opened);
        var byEmail = approved.release(awaited, opened);

        metrics.stepTaken(new AskStep(Kind.RELEASED, byOwner, opened));
        metrics.stepTaken(new AskStep(Kind.RELEASED, byEmail, opened));
        metrics.stepTaken(new AskStep(Kind.DELIVERED, byEmail.with(awaited.delivered("ref", null, opened)), opened));
        metrics.stepTaken(new AskStep(Kind.DELIVERED, byEmail.with(awaited.failed("no", null, opened)), opened));
        metrics.stepTaken(new AskStep(Kind.DELIVERED, byEmail.with(awaited.lost("no_answer", opened)), opened));
        metrics.stepTaken(new AskStep(Kind.ANSWERED, byOwner.answer(null, opened), opened));

        assertThat(meters.find("referral.deliveries").counters().stream()
                        .map(counter -> counter.getId().getTag("method") + " "
                                + counter.getId().getTag("outcome") + " " + counter.count()))
                .containsExactlyInAnyOrder(
                        "by_owner handed_over 1.0", "email delivered 1.0", "email failed 1.0", "email unknown 1.0");
    }

    @Test
    void openAsksAreCountedByStatusAndTheQueueIsAsOldAsItsOldestAsk() {
        metrics.watch(
                () -> new Backlog(Map.of(Ask.State.PENDING, 3, Ask.State.APPROVED, 1), Optional.of(opened)),
                InstantSource.fixed(opened.plus(Duration.ofMinutes(10))));

        assertThat(open("pending")).isEqualTo(3);
        assertThat(open("approved")).isEqualTo(1);
        assertThat(open("deferred")).isZero();
        assertThat(meters.get("referral.asks.queue.age").gauge().value()).isEqualTo(600);
    }

    @Test
    void anEmptyQueueHasNoAge() {
        metrics.watch(() -> new Backlog(Map.of(), Optional.empty()), InstantSource.fixed(opened));

        assertThat(meters.get("referral.asks.queue.age").gauge().value()).isZero();
    }

    @Test
    void theBacklogIsLookedUpNoMoreThanEveryFiveSeconds() {
        var now = new AtomicReference<>(opened);
        var lookedUp = new AtomicInteger();
        metrics.watch(
                () -> new Backlog(Map.of(Ask.State.PENDING, lookedUp.incrementAndGet()), Optional.empty()), now::get);

        assertThat(open("pending")).isEqualTo(1);
        now.set(opened.plusMillis(4_999));
        assertThat(open("pending")).isEqualTo(1);
        now.set(opened.plusSeconds(5));
        assertThat(open("pending")).isEqualTo(2);
    }

    @Test
    void whatHappensInATransactionCountsOnlyOnceItHasCommitted() {
        TransactionSynchronizationManager.initSynchronization();
        try {
            metrics.stepTaken(new AskStep(Kind.DRAFTED, pending, opened));
            assertThat(meters.find("referral.ask.steps").counter()).isNull();

            TransactionSynchronizationManager.getSynchronizations().forEach(each -> each.afterCommit());
            assertThat(meters.get("referral.ask.steps").counter().count()).isEqualTo(1);
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private double open(String status) {
        return meters.get("referral.asks.open").tag("status", status).gauge().value();
    }

    private static Ask.Pending pending() {
        var customer = new Customer("C-1", Given.assessment().build(), AskingSignals.NONE, List.of());
        return (Ask.Pending) new Drafter(Given.POLICY, Holidays.NONE)
                .review(customer, true, "ask-1", Given.PRAISE.at())
                .steps()
                .getFirst()
                .ask();
    }
}
