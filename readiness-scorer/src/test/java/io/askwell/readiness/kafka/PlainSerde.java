package io.askwell.readiness.kafka;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/** The wire format with schema id 1 for the one schema there is, so that no registry is needed. */
final class PlainSerde {

    private static final byte[] FRAME = {0, 0, 0, 0, 1};

    private PlainSerde() {}

    static <T extends SpecificRecord> Serde<T> of(Schema schema) {
        var writer = new SpecificDatumWriter<T>(schema);
        var reader = new SpecificDatumReader<T>(schema);
        Serializer<T> serializer = (_, value) -> {
            var bytes = new ByteArrayOutputStream();
            try {
                bytes.write(FRAME);
                var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
                writer.write(value, encoder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        };
        Deserializer<T> deserializer = (_, bytes) -> {
            try {
                var content = new ByteArrayInputStream(bytes);
                content.skipNBytes(FRAME.length);
                return reader.read(null, DecoderFactory.get().directBinaryDecoder(content, null));
            } catch (IOException e) {
                throw new SerializationException(e);
            }
        };
        return Serdes.serdeFrom(serializer, deserializer);
    }
}
