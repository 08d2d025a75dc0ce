package io.askwell.transport.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;

class TransportMetricsTest {

    @Test
    void metersAppearUnderTheNamesThatDashboardsAndAlertsUse() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var metrics = new TransportMetrics(registry);
        metrics.outbox(() -> 3, () -> 1.5);
        metrics.published("asks");
        metrics.stuck("asks");
        metrics.interrupted();
        metrics.deadLetter("signals", "undecodable");
        metrics.failedDelivery("signals");
        metrics.redelivered("signals");

        assertThat(registry.scrape().lines().filter(line -> !line.startsWith("#")))
                .containsExactlyInAnyOrder(
                        "referral_outbox_pending_records 3.0",
                        "referral_outbox_oldest_age_seconds 1.5",
                        "referral_outbox_published_total{topic=\"asks\"} 1.0",
                        "referral_outbox_stuck_total{topic=\"asks\"} 1.0",
                        "referral_outbox_interrupted_total 1.0",
                        "referral_dead_letters_total{reason=\"undecodable\",topic=\"signals\"} 1.0",
                        "referral_failed_deliveries_total{topic=\"signals\"} 1.0",
                        "referral_redelivered_total{topic=\"signals\"} 1.0");
    }
}
