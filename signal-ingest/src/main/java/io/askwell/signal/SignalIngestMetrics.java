package io.askwell.signal;

import io.askwell.signal.application.IntakeObserver;
import io.askwell.signal.domain.Report;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Objects;

/** Every meter of this service. Labels are streams and kinds of the contract, never what a sender made up. */
public final class SignalIngestMetrics {

    public static final String ACCEPTED = "referral.intake.accepted";
    public static final String REJECTED = "referral.intake.rejected";
    public static final String ACKNOWLEDGEMENT = "referral.intake.acknowledgement";
    public static final String UNACKNOWLEDGED = "referral.intake.unacknowledged";

    public static final String STREAM = "stream";
    public static final String KIND = "kind";

    private final MeterRegistry registry;

    public SignalIngestMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param stream signals, leads or clicks */
    public IntakeObserver of(String stream) {
        return new Intakes(stream, registry);
    }

    private static final class Intakes implements IntakeObserver {

        private final String stream;
        private final MeterRegistry registry;
        private final Timer acknowledgement;

        Intakes(String stream, MeterRegistry registry) {
            this.stream = stream;
            this.registry = registry;
            acknowledgement = Timer.builder(ACKNOWLEDGEMENT)
                    .description("From the first write of a batch until the broker had acknowledged the last")
                    .tag(STREAM, stream)
                    .publishPercentileHistogram()
                    .minimumExpectedValue(Duration.ofMillis(1))
                    .maximumExpectedValue(Duration.ofSeconds(15))
                    .register(registry);
        }

        @Override
        public void accepted(Report report) {
            String kind = Objects.requireNonNull(report.kind());
            registry.counter(ACCEPTED, STREAM, stream, KIND, kind).increment();
        }

        @Override
        public void rejected() {
            registry.counter(REJECTED, STREAM, stream).increment();
        }

        @Override
        public void acknowledged(Duration waited) {
            acknowledgement.record(waited);
        }

        @Override
        public void unacknowledged() {
            registry.counter(UNACKNOWLEDGED, STREAM, stream).increment();
        }
    }
}
