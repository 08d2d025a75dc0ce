package io.askwell.reward.domain.payout;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Reward;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which payable rewards go into a batch, and which do not, with all reasons. Both in the order in which they were looked at. */
public record PayoutPlan(List<Reward.Payable> taken, List<LeftOut> leftOut) {

    public PayoutPlan {
        taken = List.copyOf(taken);
        leftOut = List.copyOf(leftOut);
    }

    /**
     * Whatever owes nothing, a thank-you or a reward that went into an older debt, is neither taken nor left out.
     *
     * @param candidates of one currency. What each owes is net of the debts that it settled when it became payable
     */
    public static PayoutPlan of(List<Candidate> candidates, PayoutRules rules) {
        List<Judged> judged = candidates.stream()
                .filter(candidate -> candidate.owedMinor() > 0)
                .map(candidate -> new Judged(candidate, rules.obstacles(candidate)))
                .toList();
        Map<Party, Long> remaining = judged.stream()
                .filter(Judged::isFree)
                .collect(groupingBy(
                        free -> free.candidate().beneficiary(),
                        summingLong(free -> free.candidate().owedMinor())));
        List<Reward.Payable> taken = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (Judged each : judged) {
            if (!each.isFree()) {
                leftOut.add(new LeftOut(each.candidate().reward().terms().rewardId(), each.obstacles()));
            } else if (remaining.getOrDefault(each.candidate().beneficiary(), 0L) < rules.minimumMinor()) {
                leftOut.add(new LeftOut(each.candidate().reward().terms().rewardId(), List.of(Obstacle.BELOW_MINIMUM)));
            } else {
                taken.add(each.candidate().reward());
            }
        }
        return new PayoutPlan(taken, leftOut);
    }

    private record Judged(Candidate candidate, List<Obstacle> obstacles) {

        boolean isFree() {
            return obstacles.isEmpty();
        }
    }
}
