package io.askwell.readiness.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.domain.rule.Reason;
import io.askwell.readiness.domain.signal.Canonical;
import io.askwell.readiness.domain.signal.ConcernFact.ComplaintRaised;
import io.askwell.readiness.domain.signal.ConcernFact.ComplaintResolved;
import io.askwell.readiness.domain.signal.ConcernFact.FrustrationExpressed;
import io.askwell.readiness.domain.signal.ConcernFact.TicketOpened;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.RelationshipFact.ChampionIdentified;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every reason says which signals, which moment or how many points would end it. */
class WhatWouldChangeItTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Signal<?>> signals = new ArrayList<>();

    @Test
    void anOpenTicketEndsWithItsResolution() {
        occurred(1, new TicketOpened("t-1", true));

        assertThat(words("ticket")).containsExactly("ticket_resolved");
        assertThat(reason("ticket").endsAt()).isNull();
    }

    @Test
    void aResolvedComplaintEndsWithItsAfterPeriod() {
        occurred(5, new ComplaintRaised("c-1"));
        occurred(2, new ComplaintResolved("c-1"));

        assertThat(reason("complaint").endsAt()).isEqualTo(NOW.plus(Duration.ofDays(28)));
    }

    @Test
    void ofSeveralConcernsTheLastToEndDecides() {
        occurred(5, new FrustrationExpressed());
        occurred(3, new FrustrationExpressed());

        assertThat(reason("frustration").endsAt()).isEqualTo(NOW.plus(Duration.ofDays(11)));
        assertThat(words("frustration")).isEmpty();
    }

    @Test
    void oneThatMustBeClosedDoesNotEndByItself() {
        occurred(5, new ComplaintRaised("c-1"));
        occurred(2, new ComplaintResolved("c-1"));
        occurred(2, new ComplaintRaised("c-2"));

        assertThat(reason("complaint").endsAt()).isNull();
    }

    @Test
    void aLowScoreSaysHowManyPointsAreMissingAndWhatWouldEarnSome() {
        occurred(90, new ChampionIdentified());

        assertThat(reason("score_below_threshold").missingPoints()).isEqualTo(35);
        assertThat(words("score_below_threshold")).contains("nps_scored", "goal_achieved", "customer_updated");
    }

    @Test
    void withoutATriggerEveryKindThatOpensOneIsNamed() {
        occurred(90, new ChampionIdentified());

        assertThat(words("no_open_trigger"))
                .contains("nps_scored", "renewed", "peer_mentioned", "qbr_completed", "ticket_resolved")
                .doesNotContain("champion_identified", "ticket_opened");
    }

    private List<String> words(String code) {
        return reason(code).endedBy().stream().map(Fact::word).toList();
    }

    private Reason reason(String code) {
        return new ReadinessAssessor(TestPolicy.shipped().policy())
                .assess(CustomerSignals.of(signals), NOW).assessment().reasons().stream()
                        .filter(reason -> reason.code().equals(code))
                        .findFirst()
                        .orElseThrow();
    }

    private void occurred(int daysAgo, Fact fact) {
        var at = NOW.minus(Duration.ofDays(daysAgo));
        var id = new SignalId("test", "s" + signals.size());
        signals.add(new Signal<>(id, 0, at, at, id.id(), fact, Canonical.owning(new byte[0])));
    }
}
