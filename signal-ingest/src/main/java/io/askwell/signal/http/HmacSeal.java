package io.askwell.signal.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.signal.domain.Seal;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under a secret. */
public final class HmacSeal implements Seal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_CHARACTERS = 32;

    private final SecretKeySpec key;

    private HmacSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** @throws IllegalArgumentException when the secret could be guessed */
    public static HmacSeal under(String secret) {
        if (secret.strip().length() < FEWEST_CHARACTERS) {
            throw new IllegalArgumentException(
                    "ASKWELL_LINK_SECRET must have %d characters or more, as long as there are link targets"
                            .formatted(FEWEST_CHARACTERS));
        }
        return new HmacSeal(secret.strip().getBytes(UTF_8));
    }

    /** Of a site without links: nothing that comes from outside bears it. */
    public static HmacSeal unknown() {
        var random = new byte[FEWEST_CHARACTERS];
        new SecureRandom().nextBytes(random);
        return new HmacSeal(random);
    }

    @Override
    public byte[] of(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
