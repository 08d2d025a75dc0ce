package io.askwell.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.readiness.domain.Readiness;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReadinessScorerMetricsTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final ReadinessScorerMetrics metrics = new ReadinessScorerMetrics(registry);

    @Test
    void everyMeterHasItsName() {
        metrics.counted(Duration.ofMillis(5));
        metrics.newerKind();
        metrics.published(Readiness.HOLD);
        metrics.lookedAtWhenDue(3);
        metrics.deadLetter("referral.signals.v1", "undecodable");

        assertThat(registry.scrape().lines().filter(line -> !line.contains("_bucket") && !line.contains("_max ")))
                .contains(
                        "referral_signal_latency_seconds_count 1",
                        "referral_signals_newer_kind_total 1.0",
                        "referral_assessments_total{decision=\"hold\"} 1.0",
                        "referral_assessments_total{decision=\"ask_now\"} 0.0",
                        "referral_due_customers_total 3.0",
                        "referral_dead_letters_total{reason=\"undecodable\",topic=\"referral.signals.v1\"} 1.0");
        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .allMatch(name -> name.startsWith("referral."))
                .hasSize(8);
    }

    @Test
    void aWriterWhoseClockRunsAheadMakesNoNegativeLatency() {
        metrics.counted(Duration.ofMillis(-5));

        assertThat(registry.get(ReadinessScorerMetrics.SIGNAL_LATENCY).timer().count())
                .isEqualTo(1);
    }
}
