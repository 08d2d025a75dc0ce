package io.askwell.readiness.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.readiness.kafka.Reading.NewerKind;
import io.askwell.readiness.kafka.Reading.Poison;
import io.askwell.readiness.kafka.Reading.Read;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.schemas.Violation;
import io.askwell.schemas.signals.SignalContract;
import io.askwell.signals.v1.SignalRecorded;
import io.askwell.transport.event.KeyPartition;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Reads a record, whoever wrote it, as strictly as the door reads a report. */
final class SignalReader {

    private final SignalFormat format;

    SignalReader(SignalFormat format) {
        this.format = format;
    }

    Reading read(Record<byte[], byte[]> record, int partition) {
        byte @Nullable [] key = record.key();
        if (key == null) {
            return new Poison("no_key", "The record has no key");
        }
        if (KeyPartition.of(key, TopicCatalogue.SIGNALS.partitions()) != partition) {
            return new Poison("wrong_partition", "The key belongs on another partition");
        }
        byte @Nullable [] value = record.value();
        if (value == null) {
            return new Poison("no_value", "The record has no value");
        }
        SignalRecorded signal;
        try {
            signal = format.decoded(value);
        } catch (UncheckedIOException registryIsOut) {
            throw registryIsOut;
        } catch (RuntimeException failure) {
            return new Poison("undecodable", failure.getClass().getName());
        }
        return checked(signal, key, Instant.ofEpochMilli(record.timestamp()));
    }

    private Reading checked(SignalRecorded signal, byte[] key, Instant acceptedAt) {
        List<Violation> violations = SignalContract.violations(signal, acceptedAt);
        if (!violations.isEmpty()) {
            return new Poison("contract_violation", described(violations));
        }
        if (!Arrays.equals(signal.getCustomerId().getBytes(UTF_8), key)) {
            return new Poison("key_mismatch", "The key is not the customerId");
        }
        return SignalFormat.signal(signal, acceptedAt)
                .<Reading>map(read -> new Read(signal.getCustomerId(), read))
                .orElseGet(NewerKind::new);
    }

    private static String described(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .collect(Collectors.joining("; "));
    }
}
