package io.askwell.reward.application;

import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.RewardState;
import io.askwell.reward.domain.Step;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Every reward as it stands now. */
public interface Rewards {

    Optional<Reward> find(UUID rewardId);

    List<Reward> ofReferral(String referralId);

    /** Approved rewards whose hold period is over and whose referral does not block them, the longest due first. */
    List<UUID> due(Instant now, int limit);

    /** What is payable in the currency, in the order in which it came into being. */
    List<Reward> payable(String currency);

    /** Those of the ids that there are, in the order in which they came into being. */
    List<Reward> all(Collection<UUID> rewardIds);

    void save(Step step);

    /**
     * @param after the position of the last one seen, 0 for the start
     * @return in the order in which they came into being
     */
    List<Listed> list(@Nullable RewardState state, @Nullable String referralId, long after, int limit);

    /** A reward and its place in the list. */
    record Listed(long position, Reward reward) {}
}
