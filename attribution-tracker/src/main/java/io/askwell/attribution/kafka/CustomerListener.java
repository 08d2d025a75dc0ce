package io.askwell.attribution.kafka;

import io.askwell.attribution.application.RecordCustomerSignal;
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

/** Learns from signals who is a customer. Anyone may write them, so each is checked. */
public final class CustomerListener implements RecordHandler<SignalRecorded> {

    public static final String GROUP = "attribution-tracker.customers";

    private final RecordCustomerSignal recordCustomerSignal;

    public CustomerListener(RecordCustomerSignal recordCustomerSignal) {
        this.recordCustomerSignal = recordCustomerSignal;
    }

    @Override
    public void handle(ConsumerRecord<String, @Nullable SignalRecorded> record) {
        SignalRecorded signal = checked(record);
        recordCustomerSignal.record(signal.getCustomerId(), CustomerRecords.signal(signal));
    }

    private static SignalRecorded checked(ConsumerRecord<String, @Nullable SignalRecorded> record) {
        SignalRecorded signal = record.value();
        if (signal == null) {
            throw new PoisonRecordException("no_value", "A signal has a value");
        }
        if (!signal.getCustomerId().equals(record.key())) {
            throw new PoisonRecordException("key_mismatch", "The key is not the customerId");
        }
        List<Violation> violations = SignalContract.violations(signal, Instant.ofEpochMilli(record.timestamp()));
        if (!violations.isEmpty()) {
            throw new PoisonRecordException("breaks_contract", described(violations));
        }
        return signal;
    }

    private static String described(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .collect(Collectors.joining("; "));
    }
}
