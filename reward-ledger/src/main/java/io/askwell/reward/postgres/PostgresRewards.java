package io.askwell.reward.postgres;

import io.askwell.reward.application.Rewards;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Quarter;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.RewardState;
import io.askwell.reward.domain.RewardTerms;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.ledger.Transfer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Rewards} in the table {@code reward}, each with its transfers. */
public final class PostgresRewards implements Rewards {

    private final JdbcClient jdbc;
    private final RewardRows rows;

    public PostgresRewards(JdbcClient jdbc, RewardRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Override
    public Optional<Reward> find(UUID rewardId) {
        return rewards(jdbc.sql("select * from reward where reward_id = :rewardId")
                        .param("rewardId", rewardId))
                .findFirst()
                .map(Listed::reward);
    }

    @Override
    public List<Reward> ofReferral(String referralId) {
        return rewards(jdbc.sql("select * from reward where referral_id = :referralId order by position")
                        .param("referralId", referralId))
                .map(Listed::reward)
                .toList();
    }

    @Override
    public List<UUID> due(Instant now, int limit) {
        return jdbc.sql("""
                        select reward_id from reward join referral using (referral_id)
                        where state = 'approved' and hold_until <= :now and not blocks_payable
                        order by hold_until limit :limit
                        """)
                .param("now", Columns.time(now))
                .param("limit", limit)
                .query((row, _) -> Columns.uuid(row, "reward_id"))
                .list();
    }

    @Override
    public List<Reward> payable(String currency) {
        return rewards(jdbc.sql("""
                                select * from reward where state = 'payable' and currency = :currency order by position
                                """).param("currency", currency))
                .map(Listed::reward)
                .toList();
    }

    @Override
    public List<Reward> all(Collection<UUID> rewardIds) {
        return rewards(jdbc.sql("select * from reward where reward_id = any(:rewardIds) order by position")
                        .param("rewardIds", rewardIds.toArray(UUID[]::new)))
                .map(Listed::reward)
                .toList();
    }

    @Override
    public List<Listed> list(@Nullable RewardState state, @Nullable String referralId, long after, int limit) {
        return rewards(jdbc.sql("""
                                select * from reward
                                where (cast(:state as text) is null or state = :state)
                                    and (cast(:referralId as text) is null or referral_id = :referralId)
                                    and position > :after
                                order by position limit :limit
                                """)
                        .param("state", Columns.word(state))
                        .param("referralId", referralId)
                        .param("after", after)
                        .param("limit", limit))
                .toList();
    }

    @Override
    public void save(Step step) {
        write(step);
        Reward before = step.before();
        // The terms of what is committed are fixed, so before and after count towards the same quarter.
        long change = step.after().committedMinor() - (before == null ? 0 : before.committedMinor());
        if (change != 0) {
            commit(step.after().terms(), change);
        }
    }

    /** Behind the ledger's lock, so nobody else adds the quarter meanwhile. A check refuses to insert what is below zero, even to update. */
    private void commit(RewardTerms terms, long changeMinor) {
        Map<String, Object> parameters = Map.of(
                "program", terms.program(),
                "currency", terms.amount().currency(),
                "quarter", Quarter.of(terms.wonAt()),
                "change", changeMinor);
        int known = jdbc.sql("""
                        update program_quarter set committed_minor = committed_minor + :change
                        where program = :program and currency = :currency and quarter = :quarter
                        """).params(parameters).update();
        if (known == 0) {
            jdbc.sql("""
                            insert into program_quarter (program, currency, quarter, committed_minor)
                            values (:program, :currency, :quarter, :change)
                            """).params(parameters).update();
        }
    }

    private void write(Step step) {
        RewardTerms terms = step.after().terms();
        Party beneficiary = terms.beneficiary();
        jdbc.sql("""
                        insert into reward (reward_id, referral_id, rule, role, ordinal, program, policy_version, policy_hash,
                            beneficiary_kind, beneficiary_id, form, amount_minor, currency, approvers_needed, won_at, hold_until,
                            proposed_at, correlation_id, state, reasons, approvals, rejection, reduced_minor, batch_id)
                        values (:rewardId, :referralId, :rule, :role, :ordinal, :program, :policyVersion, :policyHash,
                            :beneficiaryKind, :beneficiaryId, :form, :amountMinor, :currency, :approversNeeded, :wonAt, :holdUntil,
                            :proposedAt, :correlationId, :state, cast(:reasons as jsonb), cast(:approvals as jsonb),
                            cast(:rejection as jsonb), :reducedMinor, :batchId)
                        on conflict (reward_id) do update set
                            policy_version = excluded.policy_version, policy_hash = excluded.policy_hash,
                            beneficiary_kind = excluded.beneficiary_kind, beneficiary_id = excluded.beneficiary_id,
                            form = excluded.form, amount_minor = excluded.amount_minor, currency = excluded.currency,
                            approvers_needed = excluded.approvers_needed, won_at = excluded.won_at,
                            hold_until = excluded.hold_until, proposed_at = excluded.proposed_at,
                            correlation_id = excluded.correlation_id, state = excluded.state, reasons = excluded.reasons,
                            approvals = excluded.approvals, rejection = excluded.rejection,
                            reduced_minor = excluded.reduced_minor, batch_id = excluded.batch_id
                        """)
                .param("rewardId", terms.rewardId())
                .param("referralId", terms.key().referralId())
                .param("rule", terms.key().rule())
                .param("role", Columns.word(terms.key().role()))
                .param("ordinal", terms.key().ordinal())
                .param("program", terms.program())
                .param("policyVersion", terms.policy().version())
                .param("policyHash", terms.policy().hash())
                .param("beneficiaryKind", beneficiary == null ? null : Columns.word(beneficiary.kind()))
                .param("beneficiaryId", beneficiary == null ? null : beneficiary.id())
                .param("form", Columns.word(terms.form()))
                .param("amountMinor", terms.amount().amountMinor())
                .param("currency", terms.amount().currency())
                .param("approversNeeded", terms.approversNeeded())
                .param("wonAt", Columns.time(terms.wonAt()))
                .param("holdUntil", Columns.time(terms.holdUntil()))
                .param("proposedAt", Columns.time(terms.proposedAt()))
                .param("correlationId", terms.correlationId())
                .param("state", Columns.word(step.after().state()))
                .param("reasons", rows.reasons(step.after()))
                .param("approvals", rows.approvals(step.after()))
                .param("rejection", rows.rejection(step.after()))
                .param("reducedMinor", step.after().reducedMinor())
                .param("batchId", step.after() instanceof Reward.InPayout inPayout ? inPayout.batchId() : null)
                .update();
    }

    /** Three reads, and a step may come between them; as transfers are only added, the state read first finds its own. */
    private Stream<Listed> rewards(JdbcClient.StatementSpec statement) {
        List<RewardRows.Row> found = statement.query((row, _) -> rows.read(row)).list();
        if (found.isEmpty()) {
            return Stream.empty();
        }
        UUID[] ids = found.stream().map(row -> row.terms().rewardId()).toArray(UUID[]::new);
        Map<UUID, List<Transfer>> transfers = transfers(ids);
        Map<UUID, Long> recovered = recovered(ids);
        return found.stream().map(row -> {
            UUID id = row.terms().rewardId();
            return new Listed(
                    row.position(), row.reward(transfers.getOrDefault(id, List.of()), recovered.getOrDefault(id, 0L)));
        });
    }

    private Map<UUID, List<Transfer>> transfers(UUID[] rewardIds) {
        return jdbc
                .sql("select * from transfer where reward_id = any(:rewardIds) order by position")
                .param("rewardIds", rewardIds)
                .query((row, _) -> TransferRow.read(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Transfer::rewardId));
    }

    private Map<UUID, Long> recovered(UUID[] rewardIds) {
        Map<UUID, Long> recovered = new HashMap<>();
        jdbc.sql("""
                        select clawback.reward_id, sum(settled.amount_minor) - coalesce(sum(reopened.amount_minor), 0) as minor
                        from transfer clawback
                            join transfer settled on settled.reverses = clawback.transfer_id
                            left join lateral (select sum(amount_minor) as amount_minor from transfer
                                where reverses = settled.transfer_id) reopened on true
                        where clawback.reward_id = any(:rewardIds) and clawback.code = 'CLAWBACK'
                        group by clawback.reward_id
                        """).param("rewardIds", rewardIds).query(row -> {
            recovered.put(Columns.uuid(row, "reward_id"), row.getLong("minor"));
        });
        return recovered;
    }
}
