package io.askwell.ask.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.AskStep.Kind;
import io.askwell.ask.domain.DecisionResult.Decided;
import io.askwell.ask.domain.customer.AskingSignal;
import io.askwell.ask.domain.customer.AskingSignals;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.draft.Holidays;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for every history of a customer, whatever happens in whatever order. A failure names its seed. */
class AskingPropertiesTest {

    /** Each drafts and lints real texts, which is most of the time that they take. */
    private static final int LIVES = 2_000;

    private static final int ORDERS = 10_000;
    private static final int EVENTS = 30;

    private final Drafter drafter = new Drafter(Given.POLICY, Holidays.NONE);
    private final OwnerDecisions decisions = new OwnerDecisions(Given.POLICY);
    private final Releases releases = new Releases(Given.POLICY, Optional.empty());
    private final Map<Kind, Integer> seen = new EnumMap<>(Kind.class);

    @Test
    void holdsAfterEveryStepOfEveryHistory() {
        for (long seed = 0; seed < LIVES; seed++) {
            new Life(seed).live();
        }
        // A property that never met a step says nothing about it. Another draft and a delivery change no rule of
        // asking.
        assertThat(seen)
                .containsOnlyKeys(EnumSet.complementOf(EnumSet.of(Kind.REDRAFTED, Kind.DELIVERED))
                        .toArray(Kind[]::new))
                .allSatisfy((_, times) -> assertThat(times).isGreaterThan(20));
    }

    @Test
    void theOrderInWhichSignalsArriveDoesNotMatter() {
        for (long seed = 0; seed < ORDERS; seed++) {
            var history = new RandomHistory(seed);
            List<AskingSignal> signals = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                signals.add(history.signal(Scenario.START.plusSeconds(i % 3), List.of("ask-1", "ask-2")));
            }
            AskingSignals inOrder = fold(signals);
            Collections.shuffle(signals, new Random(seed));
            signals.addAll(signals.subList(0, 4));

            assertThat(fold(signals)).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    private static AskingSignals fold(List<AskingSignal> signals) {
        AskingSignals known = AskingSignals.NONE;
        for (AskingSignal signal : signals) {
            known = known.with(signal).orElse(known);
        }
        return known;
    }

    /** One customer, from a seed. */
    private final class Life {

        private final long seed;
        private final RandomHistory history;
        private final List<Instant> released = new ArrayList<>();
        private Customer customer = new Customer("C-1", null, AskingSignals.NONE, List.of());
        private Instant now = Scenario.START;
        private boolean escalated;

        Life(long seed) {
            this.seed = seed;
            this.history = new RandomHistory(seed);
        }

        void live() {
            for (int event = 1; event <= EVENTS; event++) {
                now = now.plus(history.pause());
                happen();
                boolean signalsApplied = history.choice(9) > 0;
                Customer before = customer;
                Review review = drafter.review(customer, signalsApplied, "ask-" + event, now);
                review.steps().forEach(this::check);
                customer = review.customer();
                check(before, review);
                check(review, drafter.review(customer, signalsApplied, "ask-again", now));
            }
        }

        private void happen() {
            switch (history.choice(7)) {
                case 0, 1 -> customer = customer.assessed(history.assessment(now));
                case 2 ->
                    customer = customer.signals()
                            .with(history.signal(now, left()))
                            .map(customer::with)
                            .orElse(customer);
                case 3, 4 -> customer.openAsk().ifPresent(this::decide);
                case 5 ->
                    customer.openAsk()
                            .flatMap(ask -> releases.decide(customer, ask.id(), now))
                            .ifPresent(this::take);
                default -> {}
            }
        }

        /** The asks that can be answered. */
        private List<String> left() {
            return customer.asks().stream()
                    .filter(ask -> ask instanceof Ask.Released || ask instanceof Ask.Answered)
                    .map(Ask::id)
                    .toList();
        }

        private void decide(Open ask) {
            if (decisions.decide(customer, ask.id(), history.command(now), now) instanceof Decided decided) {
                decided.steps().forEach(this::take);
            }
        }

        private void take(AskStep step) {
            check(step);
            customer = customer.after(step.ask());
        }

        private void check(AskStep step) {
            seen.merge(step.kind(), 1, Integer::sum);
            switch (step.kind()) {
                case DRAFTED -> {
                    assertUnused(step.ask().proposal().trigger());
                    escalated = false;
                }
                case RETURNED -> escalated = false;
                case ESCALATED -> {
                    assertThat(escalated).as("escalated before, seed %d", seed).isFalse();
                    escalated = true;
                }
                case RELEASED -> assertMayLeave();
                case WITHDRAWN, EXPIRED, DECLINED ->
                    assertThat(reasonsOf(step)).as("reasons, seed %d", seed).isNotEmpty();
                case EDITED, REDRAFTED, APPROVED, DEFERRED, DELIVERED, ANSWERED -> {}
            }
        }

        private void assertUnused(Trigger trigger) {
            assertThat(customer.asks())
                    .as("used before, seed %d", seed)
                    .filteredOn(ask -> ask.proposal().trigger().isSameAs(trigger))
                    .allMatch(Ask.Withdrawn.class::isInstance);
        }

        private void assertMayLeave() {
            assertThat(customer.requireAssessment().isHold())
                    .as("a concern stands, seed %d", seed)
                    .isFalse();
            assertThat(released)
                    .as("released within the cool-down, seed %d", seed)
                    .allMatch(earlier -> Duration.between(earlier, now).compareTo(Given.POLICY.coolDown()) >= 0);
            released.add(now);
        }

        private static List<String> reasonsOf(AskStep step) {
            return switch (step.ask()) {
                case Ask.Withdrawn withdrawn ->
                    withdrawn.reasons().stream().map(reason -> reason.code()).toList();
                case Ask.Expired expired ->
                    expired.reasons().stream().map(reason -> reason.code()).toList();
                case Ask.Declined declined ->
                    List.of(String.valueOf(declined.decision().reason()));
                case Open _, Ask.Released _, Ask.Answered _ -> List.of();
            };
        }

        private void check(Customer before, Review review) {
            assertThat(customer.asks().stream().filter(Open.class::isInstance).count())
                    .as("open asks, seed %d", seed)
                    .isLessThanOrEqualTo(1);
            assertThat(customer.asks())
                    .as("asks, seed %d", seed)
                    .hasSizeGreaterThanOrEqualTo(before.asks().size());
            assertThat(review.heldBack())
                    .as("held back, seed %d", seed)
                    .allMatch(held ->
                            !held.objections().isEmpty() && held.trigger().isOpen(now));
            review.lookAgainAt()
                    .ifPresent(next -> assertThat(next)
                            .as("the next moment, seed %d", seed)
                            .isAfter(now));
        }

        private void check(Review review, Review again) {
            assertThat(again.steps()).as("looking again, seed %d", seed).isEmpty();
            assertThat(again.reassigned()).isEmpty();
            assertThat(again.heldBack()).as("looking again, seed %d", seed).isEqualTo(review.heldBack());
            assertThat(again.lookAgainAt()).as("looking again, seed %d", seed).isEqualTo(review.lookAgainAt());
        }
    }
}
