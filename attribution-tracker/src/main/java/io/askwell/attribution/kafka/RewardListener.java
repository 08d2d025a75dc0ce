package io.askwell.attribution.kafka;

import io.askwell.attribution.application.RewardStates;
import io.askwell.rewards.v1.RewardEvent;
import io.askwell.rewards.v1.RewardState;
import io.askwell.transport.kafka.PoisonRecordException;
import io.askwell.transport.kafka.RecordHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Hears what became of rewards, so that referrals with money on them are not merged without a person. Nothing waits for it: a
 * merge that comes before its news is the ledger's to settle.
 */
public final class RewardListener implements RecordHandler<RewardEvent> {

    public static final String GROUP = "attribution-tracker.rewards";

    private final RewardStates states;

    public RewardListener(RewardStates states) {
        this.states = states;
    }

    @Override
    public void handle(ConsumerRecord<String, @Nullable RewardEvent> record) {
        RewardEvent event = record.value();
        if (event == null) {
            throw new PoisonRecordException("no_value", "A reward event has a value");
        }
        String rewardId = event.getRewardId();
        String referralId = event.getReferralId();
        RewardState state = event.getState();
        // An anchor of the ledger is of no reward.
        if (rewardId != null && referralId != null && state != null) {
            states.keep(
                    rewardId,
                    referralId,
                    isApprovedOrPaid(state),
                    isSettled(state),
                    event.getMeta().getRecordedAt());
        }
    }

    private static boolean isSettled(RewardState state) {
        return switch (state) {
            case paid, rejected, voided, clawed_back -> true;
            case not_eligible, awaiting_approval, approved, payable, in_payout, UNRECOGNIZED -> false;
        };
    }

    private static boolean isApprovedOrPaid(RewardState state) {
        return switch (state) {
            case approved, payable, in_payout, paid -> true;
            case not_eligible, awaiting_approval, rejected, voided, clawed_back -> false;
            // What a newer ledger says is not known here; with money the careful reading is the right one.
            case UNRECOGNIZED -> true;
        };
    }
}
