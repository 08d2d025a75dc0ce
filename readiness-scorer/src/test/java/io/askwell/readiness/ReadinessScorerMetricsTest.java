package io.askwell.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.domain.AdvocateFacts;
import io.askwell.readiness.domain.Assessment;
import io.askwell.readiness.domain.Census;
import io.askwell.readiness.domain.Readiness;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Standing;
import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.domain.signal.Canonical;
import io.askwell.readiness.domain.signal.ConcernFact.TicketOpened;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadinessScorerMetricsTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ReadinessScorerMetrics metrics = new ReadinessScorerMetrics(registry);

    @Test
    void everyMeterHasItsName() {
        metrics.counted(Duration.ofMillis(5));
        metrics.newerKind();
        metrics.published(held());
        metrics.assessed(Duration.ofMillis(1));
        metrics.dueBehind("0_1", Duration.ofMillis(1_500));
        metrics.dueBehind("0_2", Duration.ofSeconds(9));
        metrics.taskClosed("0_2");
        metrics.lookedAtWhenDue(3);
        metrics.deadLetter("referral.signals.v1", "undecodable");
        metrics.customers(() -> Optional.of(census()));
        metrics.stateSize(() -> 4_096);

        assertThat(registry.scrape().lines().filter(line -> !line.contains("_bucket") && !line.contains("_max ")))
                .contains(
                        "referral_signal_latency_seconds_count 1",
                        "referral_signals_newer_kind_total 1.0",
                        "referral_assessments_total{decision=\"hold\"} 1.0",
                        "referral_assessments_total{decision=\"ask_now\"} 0.0",
                        "referral_assessment_reasons_total{reason=\"ticket\"} 1.0",
                        "referral_assessment_seconds_count 1",
                        "referral_due_behind_seconds 1.5",
                        "referral_due_customers_total 3.0",
                        "referral_customers{decision=\"hold\"} 1.0",
                        "referral_customers{decision=\"wait\"} 0.0",
                        "referral_concerns_open{kind=\"ticket\"} 2.0",
                        "referral_concerns_open{kind=\"complaint\"} 0.0",
                        "referral_state_size_bytes 4096.0",
                        "referral_dead_letters_total{reason=\"undecodable\",topic=\"referral.signals.v1\"} 1.0");
        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .allMatch(name -> name.startsWith("referral."))
                .hasSize(31);
    }

    @Test
    void aWriterWhoseClockRunsAheadMakesNoNegativeLatency() {
        metrics.counted(Duration.ofMillis(-5));

        assertThat(registry.get(ReadinessScorerMetrics.SIGNAL_LATENCY).timer().count())
                .isEqualTo(1);
    }

    @Test
    void withoutACensusThereAreNoNumbersOfCustomers() {
        metrics.customers(Optional::empty);

        assertThat(registry.scrape().lines())
                .contains("referral_customers{decision=\"hold\"} NaN", "referral_concerns_open{kind=\"ticket\"} NaN");
    }

    private static Census census() {
        var counting = new Census.Counting(Instant.EPOCH);
        counting.count(
                new Standing(AdvocateFacts.NONE, Readiness.HOLD, List.of(Concern.Kind.TICKET, Concern.Kind.TICKET)));
        return counting.result();
    }

    private static Assessment held() {
        var signals = CustomerSignals.of(List.of(new Signal<>(
                new SignalId("desk", "t"),
                0,
                Instant.EPOCH,
                Instant.EPOCH,
                "desk/t",
                new TicketOpened("t-1", true),
                Canonical.owning(new byte[0]))));
        return new ReadinessAssessor(TestPolicy.shipped().policy())
                .assess(signals, Instant.EPOCH)
                .assessment();
    }
}
