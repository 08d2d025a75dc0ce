package io.askwell.signal.kafka;

import io.askwell.schemas.Violation;
import io.askwell.schemas.signals.SignalContract;
import io.askwell.signal.application.Contract;
import io.askwell.signal.domain.Intake;
import io.askwell.signal.domain.Reason;
import io.askwell.signal.domain.SignalReport;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import io.askwell.transport.event.CloudEventHeaders;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A reported signal as a record of the signals topic. */
public final class SignalMapper implements Contract<SignalReport, SignalRecorded> {

    @Override
    public Intake<SignalRecorded> judge(SignalReport report, Instant receivedAt) {
        List<Reason> reasons = new ArrayList<>();
        if (report.occurredAt() == null) {
            reasons.add(new Reason("/occurredAt", "is required"));
        }
        var signal = new SignalRecorded();
        signal.setSource(report.source());
        signal.setId(report.id());
        signal.setCustomerId(report.customerId());
        signal.setKind(kind(report.kind(), reasons));
        // What is missing gets a stand-in, so that everything else is checked too and the sender learns all at once.
        signal.setOccurredAt(Objects.requireNonNullElse(report.occurredAt(), receivedAt));
        signal.setRecordedAt(receivedAt.truncatedTo(ChronoUnit.MICROS));
        if (signal.getKind() != SignalKind.UNRECOGNIZED) {
            SignalContract.write(report.attributes(), signal).forEach(violation -> reasons.add(reason(violation)));
        }
        SignalContract.violations(signal, receivedAt).forEach(violation -> reasons.add(reason(violation)));
        return Intake.of(signal, reasons);
    }

    /** The customer: all that is known of one stands in one partition, in the order in which it was accepted. */
    public static String key(SignalRecorded signal) {
        return signal.getCustomerId();
    }

    /** A revision is the same signal, but it is another event. */
    public static CloudEventHeaders event(SignalRecorded signal) {
        String identity = signal.getSource() + "/" + signal.getId();
        return new CloudEventHeaders(
                signal.getRevision() > 0 ? identity + "#" + signal.getRevision() : identity,
                signal.getSource(),
                "referral.signal." + signal.getKind(),
                signal.getOccurredAt());
    }

    private static SignalKind kind(@Nullable String word, List<Reason> reasons) {
        return SignalContract.kind(word).orElseGet(() -> {
            reasons.add(new Reason("/kind", word == null ? "is required" : "is not a known kind"));
            return SignalKind.UNRECOGNIZED;
        });
    }

    private static Reason reason(Violation violation) {
        return new Reason(violation.pointer(), violation.detail());
    }
}
