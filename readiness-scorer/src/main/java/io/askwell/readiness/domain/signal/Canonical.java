package io.askwell.readiness.domain.signal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** What the source said, as bytes that are the same whenever the source says the same. Immutable; ordered as unsigned bytes. */
public final class Canonical implements Comparable<Canonical> {

    private final byte[] bytes;

    private Canonical(byte[] bytes) {
        this.bytes = bytes;
    }

    /** @param bytes not to be changed by anybody from now on */
    public static Canonical owning(byte[] bytes) {
        return new Canonical(bytes);
    }

    public int length() {
        return bytes.length;
    }

    public void writeTo(ByteBuffer out) {
        out.put(bytes);
    }

    @Override
    public int compareTo(Canonical other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Canonical canonical && Arrays.equals(bytes, canonical.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
