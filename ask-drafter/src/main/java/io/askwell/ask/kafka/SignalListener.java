package io.askwell.ask.kafka;

import io.askwell.ask.application.ApplyAskingSignal;
import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import io.askwell.schemas.Violation;
import io.askwell.schemas.signals.SignalContract;
import io.askwell.signals.v1.SignalRecorded;
import io.askwell.transport.kafka.PoisonRecordException;
import io.askwell.transport.kafka.RecordHandler;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes the few signals that concern asking, and later versions of any; all others only move the position. */
public final class SignalListener implements RecordHandler<SignalRecorded> {

    private final ApplyAskingSignal applySignal;

    public SignalListener(ApplyAskingSignal applySignal) {
        this.applySignal = applySignal;
    }

    @Override
    public void handle(ConsumerRecord<String, @Nullable SignalRecorded> record) {
        SignalRecorded signal = requireValid(record);
        var at = new SignalPosition(record.partition(), record.offset());
        AskingSignalReader.read(signal, at).ifPresent(asking -> applySignal.apply(record.key(), asking));
    }

    private static SignalRecorded requireValid(ConsumerRecord<String, @Nullable SignalRecorded> record) {
        SignalRecorded signal = record.value();
        if (signal == null) {
            throw new PoisonRecordException("no_value", "A signal is never deleted");
        }
        if (!signal.getCustomerId().equals(record.key())) {
            throw new PoisonRecordException("key_mismatch", "The key is not the customerId");
        }
        List<Violation> violations = SignalContract.violations(signal, Instant.ofEpochMilli(record.timestamp()));
        if (!violations.isEmpty()) {
            throw new PoisonRecordException(
                    "contract_violation",
                    violations.stream()
                            .map(violation -> violation.pointer() + " " + violation.detail())
                            .collect(Collectors.joining("; ")));
        }
        return signal;
    }
}
