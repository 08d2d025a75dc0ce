package io.askwell.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.signal.application.IntakeObserver;
import io.askwell.signal.domain.SignalReport;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SignalIngestMetricsTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final IntakeObserver signals = new SignalIngestMetrics(registry).of("signals");

    @Test
    void everyMeterIsExportedUnderItsName() {
        everythingHappens();

        assertThat(registry.scrape())
                .contains("referral_intake_accepted_total{kind=\"renewed\",stream=\"signals\"} 1.0")
                .contains("referral_intake_rejected_total{stream=\"signals\"} 1.0")
                .contains("referral_intake_unacknowledged_total{stream=\"signals\"} 1.0")
                .contains("referral_intake_acknowledgement_seconds_count{stream=\"signals\"} 1")
                .contains("referral_intake_acknowledgement_seconds_sum{stream=\"signals\"} 0.25");
    }

    @Test
    void thereAreNoOtherMeters() {
        everythingHappens();

        assertThat(registry.getMeters())
                .extracting(meter -> meter.getId().getName())
                .containsExactlyInAnyOrder(
                        SignalIngestMetrics.ACCEPTED,
                        SignalIngestMetrics.REJECTED,
                        SignalIngestMetrics.ACKNOWLEDGEMENT,
                        SignalIngestMetrics.UNACKNOWLEDGED);
    }

    @Test
    void noLabelNamesASenderACustomerOrAnId() {
        everythingHappens();

        assertThat(registry.scrape())
                .doesNotContain("evt-1")
                .doesNotContain("C-100")
                .doesNotContain("a-source");
        assertThat(Pattern.compile("(\\w+)=\"")
                        .matcher(registry.scrape())
                        .results()
                        .map(label -> label.group(1)))
                .isSubsetOf("stream", "kind", "le");
    }

    private void everythingHappens() {
        signals.accepted(new SignalReport(
                "a-source", "evt-1", "C-100", "renewed", Instant.parse("2026-10-01T00:00:00Z"), Map.of()));
        signals.rejected();
        signals.acknowledged(Duration.ofMillis(250));
        signals.unacknowledged();
    }
}
