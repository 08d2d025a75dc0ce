package io.askwell.local.server;

import static io.askwell.schemas.TopicCatalogue.SIGNALS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.askwell.schemas.AvroSerdes;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The serdes against the real registry. */
class AvroSerdesIT {

    private final Serde<SignalRecorded> serde =
            AvroSerdes.against(SharedServers.registryUrl()).serde(SIGNALS);

    @BeforeAll
    static void provision() {
        SharedServers.provision();
    }

    @Test
    void whatWasWrittenIsReadAndTheConfluentApiKnowsItsSchema() {
        byte[] bytes = serde.serializer().serialize(SIGNALS.name(), signal());

        assertThat(serde.deserializer().deserialize(SIGNALS.name(), bytes)).isEqualTo(signal());
        var id = ByteBuffer.wrap(bytes).getInt(1);
        assertThat(HttpProbe.answersOk(SharedServers.registryUrl() + "/apis/ccompat/v7/schemas/ids/" + id))
                .isTrue();
    }

    @Test
    void anIdThatTheRegistryNeverGaveIsTheFaultOfTheValue() {
        byte[] bytes = serde.serializer().serialize(SIGNALS.name(), signal());
        ByteBuffer.wrap(bytes).putInt(1, Integer.MAX_VALUE);

        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> serde.deserializer().deserialize(SIGNALS.name(), bytes));
    }

    private static SignalRecorded signal() {
        return SignalRecorded.newBuilder()
                .setSource("delighted")
                .setId("evt-1")
                .setCustomerId("C-100")
                .setKind(SignalKind.renewed)
                .setOccurredAt(Instant.parse("2026-10-01T09:30:00Z"))
                .build();
    }
}
