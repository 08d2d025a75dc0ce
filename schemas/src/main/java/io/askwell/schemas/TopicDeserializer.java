package io.askwell.schemas;

import java.io.IOException;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads the values of one topic, whichever version of its schema wrote them. */
final class TopicDeserializer<T extends SpecificRecord> implements Deserializer<T> {

    private final ValueReaders<T> readers;

    TopicDeserializer(ValueReaders<T> readers) {
        this.readers = readers;
    }

    /** A tombstone stays one. */
    @Override
    public @Nullable T deserialize(String name, byte @Nullable [] value) {
        if (value == null) {
            return null;
        }
        var reader = readers.of(SchemaFrame.schemaId(value));
        var decoder =
                DecoderFactory.get().binaryDecoder(value, SchemaFrame.BYTES, value.length - SchemaFrame.BYTES, null);
        try {
            return reader.read(null, decoder);
        } catch (IOException | RuntimeException failure) {
            throw unreadable(failure);
        }
    }

    /**
     * Avro tells some wrong bytes by an IOException, which anywhere among the causes of a failure would pass for an outage,
     * so the failure goes along as a suppressed one.
     */
    private static SerializationException unreadable(Exception failure) {
        var unreadable = new SerializationException("The value is not what its schema says: " + failure);
        unreadable.addSuppressed(failure);
        return unreadable;
    }
}
