package io.askwell.readiness.kafka;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Bytes for the store, which grow as they are written. Unlike the streams of the JDK it takes no lock for every one of them. */
final class StoreBuffer {

    private ByteBuffer written;

    /** @param usualBytes what most contents fit into */
    StoreBuffer(int usualBytes) {
        this.written = ByteBuffer.allocate(usualBytes);
    }

    /** For the next {@code bytes} to be written, which must not be more. */
    ByteBuffer room(int bytes) {
        if (written.remaining() < bytes) {
            int capacity = Math.max(2 * written.capacity(), written.position() + bytes);
            written = ByteBuffer.allocate(capacity).put(written.flip());
        }
        return written;
    }

    /** To be written anew. */
    void clear() {
        written.clear();
    }

    byte[] toBytes() {
        return Arrays.copyOf(written.array(), written.position());
    }
}
