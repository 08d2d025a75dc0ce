package io.askwell.readiness.application;

import io.askwell.readiness.domain.rule.ReadinessPolicy;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A policy and the stamp that tells it from every other.
 *
 * @param hash lower-case hexadecimal SHA-256 of the policy file
 */
public record StampedPolicy(ReadinessPolicy policy, String hash) {

    public static StampedPolicy of(ReadinessPolicy policy, byte[] file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(file);
            return new StampedPolicy(policy, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK digests with SHA-256", e);
        }
    }

    public String version() {
        return policy.version();
    }
}
