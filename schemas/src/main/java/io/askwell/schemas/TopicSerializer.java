package io.askwell.schemas;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes the values of one topic with the one schema that this version of Askwell knows for it. */
final class TopicSerializer<T extends SpecificRecord> implements Serializer<T> {

    /** Most values fit without growing. */
    private static final int USUAL_BYTES = 512;

    /** Those that collect before they write, because a stream of bytes takes a lock for each single one. */
    private static final EncoderFactory ENCODERS = new EncoderFactory().configureBufferSize(USUAL_BYTES);

    private final Topic<T> topic;
    private final SchemaRegistry registry;
    private final DatumWriter<T> writer;
    private volatile byte @Nullable [] frame;

    TopicSerializer(Topic<T> topic, SchemaRegistry registry) {
        this.topic = topic;
        this.registry = registry;
        this.writer = new SpecificDatumWriter<>(topic.valueType());
    }

    /** A tombstone stays one. */
    @Override
    public byte @Nullable [] serialize(String name, @Nullable T value) {
        if (value == null) {
            return null;
        }
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        bytes.writeBytes(frame());
        var encoder = ENCODERS.binaryEncoder(bytes, null);
        try {
            writer.write(value, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new SerializationException("The value cannot be written", e);
        }
        return bytes.toByteArray();
    }

    private byte[] frame() {
        var known = frame;
        if (known == null) {
            known = SchemaFrame.of(registry.idOf(topic));
            frame = known;
        }
        return known;
    }
}
