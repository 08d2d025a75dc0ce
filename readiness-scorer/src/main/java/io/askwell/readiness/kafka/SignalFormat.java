package io.askwell.readiness.kafka;

import io.askwell.readiness.domain.signal.Canonical;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;

/** Signals from the log in the words of the domain. */
public final class SignalFormat {

    private final Deserializer<SignalRecorded> deserializer;

    public SignalFormat(Deserializer<SignalRecorded> deserializer) {
        this.deserializer = deserializer;
    }

    SignalRecorded decoded(byte[] value) {
        return deserializer.deserialize(TopicCatalogue.SIGNALS.name(), value);
    }

    /**
     * A record that the contract allows. Empty for a kind from a newer schema. Free text decides nothing here, may be personal, and
     * is no part of it.
     *
     * @param acceptedAt timestamp of the record
     */
    static Optional<Signal<?>> signal(SignalRecorded recorded, Instant acceptedAt) {
        var id = new SignalId(recorded.getSource(), recorded.getId());
        return FactMapper.fact(recorded)
                .map(fact -> new Signal<>(
                        id,
                        recorded.getRevision(),
                        recorded.getOccurredAt(),
                        acceptedAt,
                        recorded.getCorrelationId(),
                        fact,
                        Canonical.owning(FactFormat.bytes(fact))));
    }
}
