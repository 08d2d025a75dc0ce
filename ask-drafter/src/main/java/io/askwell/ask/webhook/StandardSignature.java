package io.askwell.ask.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of Standard Webhooks, version 1: HMAC-SHA256 over id, timestamp and the raw bytes of the body. */
final class StandardSignature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int FEWEST_KEY_BYTES = 24;

    private final SecretKeySpec key;

    private StandardSignature(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** @param secret {@code whsec_} and the base64 of 24 bytes or more */
    static StandardSignature of(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("The secret of the webhook must begin with " + PREFIX);
        }
        byte[] key = decoded(secret.substring(PREFIX.length()));
        if (key.length < FEWEST_KEY_BYTES) {
            throw new IllegalArgumentException(
                    "The secret of the webhook must have " + FEWEST_KEY_BYTES + " bytes or more");
        }
        return new StandardSignature(key);
    }

    /** @param timestamp in seconds since 1970 */
    String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((id + "." + timestamp + ".").getBytes(UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            // The cause would quote a character of the secret.
            throw new IllegalArgumentException("The secret of the webhook is not base64");
        }
    }
}
