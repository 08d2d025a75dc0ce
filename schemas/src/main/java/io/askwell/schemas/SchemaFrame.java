package io.askwell.schemas;

import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** What stands before every Avro value: a zero byte and the four-byte id of the schema that wrote it. */
final class SchemaFrame {

    static final int BYTES = 1 + Integer.BYTES;

    private static final byte MAGIC = 0;

    private SchemaFrame() {}

    static byte[] of(int schemaId) {
        return ByteBuffer.allocate(BYTES).put(MAGIC).putInt(schemaId).array();
    }

    static int schemaId(byte[] value) {
        if (value.length < BYTES || value[0] != MAGIC) {
            throw new SerializationException("The value does not begin with a zero byte and a schema id");
        }
        return ByteBuffer.wrap(value).getInt(1);
    }
}
