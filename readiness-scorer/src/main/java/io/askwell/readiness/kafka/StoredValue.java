package io.askwell.readiness.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Single values as the store keeps them: big-endian numbers, microseconds, texts with their length before them. */
final class StoredValue {

    private static final byte ABSENT = 0;
    private static final byte PRESENT = 1;

    /** The contract allows 10,000 characters, which are at most 30,000 bytes. */
    private static final int LONGEST_TEXT = 0xFFFF;

    /** Most texts are ids and words of ASCII, a byte a character, and need no array of their own. */
    private static final char FIRST_BEYOND_ASCII = 0x80;

    private StoredValue() {}

    static void write(Class<?> type, @Nullable Object value, StoreBuffer out) {
        if (type.isPrimitive()) {
            writePresent(type, Objects.requireNonNull(value), out);
        } else if (value == null) {
            out.room(1).put(ABSENT);
        } else {
            out.room(1).put(PRESENT);
            writePresent(type, value, out);
        }
    }

    static @Nullable Object read(Class<?> type, ByteBuffer in) {
        return type.isPrimitive() || in.get() == PRESENT ? readPresent(type, in) : null;
    }

    /** What a component is of which nothing was written. */
    static @Nullable Object absent(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        if (type == int.class) {
            return 0;
        }
        return type == double.class ? 0.0 : null;
    }

    static void writeText(String text, StoreBuffer out) {
        int characters = text.length();
        var room = out.room(Short.BYTES + characters);
        int begin = room.position();
        room.position(begin + Short.BYTES);
        for (int i = 0; i < characters; i++) {
            char character = text.charAt(i);
            if (character >= FIRST_BEYOND_ASCII) {
                room.position(begin);
                writeAnyText(text, out);
                return;
            }
            room.put((byte) character);
        }
        room.putShort(begin, length(characters));
    }

    private static void writeAnyText(String text, StoreBuffer out) {
        byte[] bytes = text.getBytes(UTF_8);
        short length = length(bytes.length);
        out.room(Short.BYTES + bytes.length).putShort(length).put(bytes);
    }

    private static short length(int bytes) {
        if (bytes > LONGEST_TEXT) {
            throw new IllegalStateException("A text is longer than the contract allows");
        }
        return (short) bytes;
    }

    /** The likely text itself when that is what is written here, which spares another copy of it. */
    static String readText(ByteBuffer in, String likely) {
        int begin = in.position() + Short.BYTES;
        int length = Short.toUnsignedInt(in.getShort(in.position()));
        if (length != likely.length()) {
            return readText(in);
        }
        for (int i = 0; i < length; i++) {
            char character = likely.charAt(i);
            if (character >= FIRST_BEYOND_ASCII || character != in.get(begin + i)) {
                return readText(in);
            }
        }
        in.position(begin + length);
        return likely;
    }

    static String readText(ByteBuffer in) {
        int length = Short.toUnsignedInt(in.getShort());
        var text = new String(in.array(), in.arrayOffset() + in.position(), length, UTF_8);
        in.position(in.position() + length);
        return text;
    }

    static void writeInstant(Instant instant, StoreBuffer out) {
        out.room(Long.BYTES).putLong(ChronoUnit.MICROS.between(Instant.EPOCH, instant));
    }

    static Instant readInstant(ByteBuffer in) {
        long micros = in.getLong();
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    static void writeFlag(boolean flag, StoreBuffer out) {
        out.room(1).put(flag ? PRESENT : ABSENT);
    }

    private static void writePresent(Class<?> type, Object value, StoreBuffer out) {
        switch (value) {
            case String text -> writeText(text, out);
            case Boolean flag -> writeFlag(flag, out);
            case Integer number -> out.room(Integer.BYTES).putInt(number);
            case Double number -> out.room(Double.BYTES).putDouble(number);
            case BigDecimal number -> writeText(number.toString(), out);
            case Instant instant -> writeInstant(instant, out);
            case ZoneId zone -> writeText(zone.getId(), out);
            default -> throw new IllegalStateException("No way to store a " + type);
        }
    }

    private static Object readPresent(Class<?> type, ByteBuffer in) {
        if (type == String.class) {
            return readText(in);
        }
        if (type == boolean.class || type == Boolean.class) {
            return in.get() != 0;
        }
        if (type == int.class || type == Integer.class) {
            return in.getInt();
        }
        if (type == double.class || type == Double.class) {
            return in.getDouble();
        }
        if (type == BigDecimal.class) {
            return new BigDecimal(readText(in));
        }
        if (type == Instant.class) {
            return readInstant(in);
        }
        if (type == ZoneId.class) {
            return ZoneId.of(readText(in));
        }
        throw new IllegalStateException("No way to read a " + type);
    }
}
