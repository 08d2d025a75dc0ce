package io.askwell.readiness.kafka;

import io.askwell.readiness.domain.signal.Canonical;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.readiness.store.v1.StoredSignal;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalRecorded;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.serialization.Serde;

/** Signals between the log, the store and the domain. */
public final class SignalFormat {

    private static final String TOPIC = TopicCatalogue.SIGNALS.name();

    private final Serde<SignalRecorded> serde;

    public SignalFormat(Serde<SignalRecorded> serde) {
        this.serde = serde;
    }

    SignalRecorded decoded(byte[] value) {
        return serde.deserializer().deserialize(TOPIC, value);
    }

    /**
     * A record that the contract allows. Empty for a kind from a newer schema. The record is used up.
     *
     * @param acceptedAt timestamp of the record
     */
    Optional<Signal<?>> signal(SignalRecorded recorded, Instant acceptedAt) {
        return FactMapper.fact(recorded).map(fact -> signal(recorded, fact, acceptedAt, canonical(recorded)));
    }

    StoredSignal stored(Signal<?> signal) {
        return new StoredSignal(signal.canonical().bytes(), signal.acceptedAt());
    }

    Signal<?> restored(StoredSignal stored) {
        byte[] canonical = new byte[stored.getCanonical().remaining()];
        stored.getCanonical().duplicate().get(canonical);
        var recorded = decoded(canonical);
        return FactMapper.fact(recorded)
                .map(fact -> signal(recorded, fact, stored.getAcceptedAt(), Canonical.owning(canonical)))
                .orElseThrow(() -> new IllegalStateException("A signal of an unknown kind was stored"));
    }

    private static Signal<?> signal(SignalRecorded recorded, Fact fact, Instant acceptedAt, Canonical canonical) {
        var id = new SignalId(recorded.getSource(), recorded.getId());
        var correlationId = Objects.requireNonNullElse(recorded.getCorrelationId(), id.reference());
        return new Signal<>(
                id, recorded.getRevision(), recorded.getOccurredAt(), acceptedAt, correlationId, fact, canonical);
    }

    /**
     * What the source said. When we recorded it says nothing about that, and differs between repetitions. Free text decides
     * nothing here, may be personal, and is not kept. The record is nobody else's, so it is not copied for this.
     */
    private Canonical canonical(SignalRecorded recorded) {
        recorded.setRecordedAt(null);
        var personal = recorded.getPersonal();
        if (personal != null) {
            personal.setComment(null);
            personal.setText(null);
            personal.setUrl(null);
        }
        return Canonical.owning(serde.serializer().serialize(TOPIC, recorded));
    }
}
