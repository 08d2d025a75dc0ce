package io.askwell.readiness.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.signal.Canonical;
import io.askwell.readiness.domain.signal.ConcernFact.ComplaintRaised;
import io.askwell.readiness.domain.signal.ConcernFact.ComplaintResolved;
import io.askwell.readiness.domain.signal.ConcernFact.FrustrationExpressed;
import io.askwell.readiness.domain.signal.ConcernFact.TicketOpened;
import io.askwell.readiness.domain.signal.ConcernFact.TicketResolved;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.ProfileFact.HealthReported;
import io.askwell.readiness.domain.signal.SatisfactionFact.NpsScored;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A concern that was over when it was told recalls nothing; one that blocked for a moment does. */
class LateConcernsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Signal<?>> signals = new ArrayList<>();

    @Test
    void aTicketToldAfterItsResolutionOpenedNothing() {
        told(2, 50, new TicketResolved("t-1", null, false));
        told(1, 60, new TicketOpened("t-1", true));

        assertThat(lastConcernAt()).isNull();
    }

    @Test
    void aTicketToldBeforeItsResolutionOpened() {
        told(2, 60, new TicketOpened("t-1", true));
        told(1, 50, new TicketResolved("t-1", null, false));

        assertThat(lastConcernAt()).isEqualTo(daysAgo(2));
    }

    @Test
    void aReopeningCountsWhateverWasResolvedBefore() {
        told(3, 50, new TicketResolved("t-1", null, false));
        told(1, 40, new TicketOpened("t-1", true));

        assertThat(lastConcernAt()).isEqualTo(daysAgo(1));
    }

    @Test
    void aComplaintToldWithinItsAfterPeriodBlocked() {
        told(2, 20, new ComplaintResolved("c-1"));
        told(1, 60, new ComplaintRaised("c-1"));

        assertThat(lastConcernAt()).isEqualTo(daysAgo(1));
    }

    @Test
    void aComplaintToldAfterItsAfterPeriodBlockedNothing() {
        told(2, 40, new ComplaintResolved("c-1"));
        told(1, 60, new ComplaintRaised("c-1"));

        assertThat(lastConcernAt()).isNull();
    }

    @Test
    void frustrationToldTwoWeeksLateBlockedNothing() {
        told(1, 15, new FrustrationExpressed());
        assertThat(lastConcernAt()).isNull();

        told(3, 16, new FrustrationExpressed());
        assertThat(lastConcernAt()).isEqualTo(daysAgo(3));
    }

    @Test
    void aLowScoreOlderThanAKnownOneBlockedNothing() {
        told(2, 10, new NpsScored(9));
        told(1, 20, new NpsScored(3));

        assertThat(lastConcernAt()).isNull();
    }

    @Test
    void aLowScoreBlockedUntilTheNextOneCame() {
        told(2, 20, new NpsScored(3));
        told(1, 10, new NpsScored(9));

        assertThat(lastConcernAt()).isEqualTo(daysAgo(2));
    }

    @Test
    void poorHealthBlockedUntilItWasReportedHealthy() {
        told(3, 20, new HealthReported(false));
        told(2, 10, new HealthReported(true));
        told(1, 15, new HealthReported(false));

        assertThat(lastConcernAt()).isEqualTo(daysAgo(3));
    }

    private @Nullable Instant lastConcernAt() {
        return new ReadinessAssessor(TestPolicy.shipped().policy())
                .assess(CustomerSignals.of(signals), NOW)
                .assessment()
                .lastConcernAt();
    }

    private void told(int daysAgo, int occurredDaysAgo, Fact fact) {
        var id = new SignalId("test", "s" + signals.size());
        signals.add(new Signal<>(
                id, 0, daysAgo(occurredDaysAgo), daysAgo(daysAgo), id.id(), fact, Canonical.owning(new byte[0])));
    }

    private static Instant daysAgo(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
