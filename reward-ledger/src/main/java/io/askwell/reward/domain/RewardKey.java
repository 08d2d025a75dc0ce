package io.askwell.reward.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What makes a reward the same reward on every retry.
 *
 * @param ordinal 1 for the first proposal to this side of the referral under this rule
 */
public record RewardKey(String rule, String referralId, RewardRole role, int ordinal) {

    public UUID rewardId() {
        String name = String.join("/", "reward", rule, Word.of(role), Integer.toString(ordinal), referralId);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
