package io.askwell.attribution.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stands for a text that identifies a person where the text itself is not needed. */
public final class Pseudonym {

    private Pseudonym() {}

    /** Lower-case hex SHA-256 of the text in UTF-8. */
    public static String of(String text) {
        return HexFormat.of().formatHex(digest(text));
    }

    /** The first 64 bits of it. */
    public static long bits(String text) {
        return ByteBuffer.wrap(digest(text)).getLong();
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
