package io.askwell.attribution.postgres;

import io.askwell.attribution.application.RewardStates;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link RewardStates} in the table {@code reward_state}. */
public final class PostgresRewardStates implements RewardStates {

    private final JdbcClient jdbc;

    public PostgresRewardStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(String rewardId, String referralId, boolean approvedOrPaid, boolean settled, Instant recordedAt) {
        jdbc.sql("""
                        insert into reward_state as known (reward_id, referral_id, approved_or_paid, settled, recorded_at)
                        values (:rewardId, :referralId, :approvedOrPaid, :settled, :recordedAt)
                        on conflict (reward_id) do update set
                            approved_or_paid = excluded.approved_or_paid, settled = excluded.settled,
                            recorded_at = excluded.recorded_at
                        where known.recorded_at <= excluded.recorded_at
                        """)
                .param("rewardId", rewardId)
                .param("referralId", referralId)
                .param("approvedOrPaid", approvedOrPaid)
                .param("settled", settled)
                .param("recordedAt", recordedAt.atOffset(ZoneOffset.UTC))
                .update();
    }
}
