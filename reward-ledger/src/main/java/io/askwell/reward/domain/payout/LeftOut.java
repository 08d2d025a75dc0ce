package io.askwell.reward.domain.payout;

import java.util.List;
import java.util.UUID;

/**
 * A payable reward that a batch left out.
 *
 * @param reasons all that kept it out, never none
 */
public record LeftOut(UUID rewardId, List<Obstacle> reasons) {

    public LeftOut {
        reasons = List.copyOf(reasons);
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("left out for no reason");
        }
    }
}
