package io.askwell.reward.postgres;

import io.askwell.reward.application.Payouts;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.payout.LeftOut;
import io.askwell.reward.domain.payout.Obstacle;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;
import io.askwell.reward.domain.payout.PayoutItem.Status;
import io.askwell.reward.domain.payout.PayoutResult;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Payouts} in the tables {@code payout_batch}, {@code payout_item}, {@code payout_left_out} and {@code payout_result}. */
public final class PostgresPayouts implements Payouts {

    private final JdbcClient jdbc;

    public PostgresPayouts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(PayoutBatch batch) {
        jdbc.sql("""
                        insert into payout_batch (batch_id, currency, made_by, made_at)
                        values (:batchId, :currency, :madeBy, :madeAt)
                        """)
                .param("batchId", batch.batchId())
                .param("currency", batch.currency())
                .param("madeBy", batch.madeBy())
                .param("madeAt", Columns.time(batch.madeAt()))
                .update();
        addItems(batch);
        addLeftOut(batch);
    }

    @Override
    public Optional<PayoutBatch> find(UUID batchId) {
        return jdbc.sql("select * from payout_batch where batch_id = :batchId")
                .param("batchId", batchId)
                .query((row, _) -> new PayoutBatch(
                        batchId,
                        row.getString("currency"),
                        row.getString("made_by"),
                        Columns.instant(row, "made_at"),
                        items(batchId, row.getString("currency")),
                        leftOut(batchId)))
                .optional();
    }

    @Override
    public void heard(List<PayoutItem> items, String by, Instant now) {
        jdbc.sql("""
                        insert into payout_result (batch_id, reward_id, outcome, provider_ref, reason, said_by, said_at)
                        select batch_id, reward_id, outcome, provider_ref, reason, :by, :now
                        from unnest(:batchIds, :rewardIds, :outcomes, :providerRefs, :reasons)
                            as heard (batch_id, reward_id, outcome, provider_ref, reason)
                        """)
                .param("batchIds", each(items, PayoutItem::batchId, UUID[]::new))
                .param("rewardIds", each(items, PayoutItem::rewardId, UUID[]::new))
                .param("outcomes", each(items, item -> Columns.word(item.status()), String[]::new))
                .param("providerRefs", each(items, item -> result(item).providerRef(), String[]::new))
                .param("reasons", each(items, item -> result(item).reason(), String[]::new))
                .param("by", by)
                .param("now", Columns.time(now))
                .update();
    }

    @Override
    public List<Summary> list(long after, int limit) {
        return jdbc.sql("""
                        select batch.position, batch.batch_id, batch.currency, batch.made_by, batch.made_at,
                            coalesce(sum(item.amount_minor), 0) as total_minor,
                            count(item.item_key) filter (where newest.outcome is null) as open,
                            count(*) filter (where newest.outcome = 'paid') as paid,
                            count(*) filter (where newest.outcome = 'failed') as failed,
                            count(*) filter (where newest.outcome = 'unknown') as unknown,
                            (select count(*) from payout_left_out left_out where left_out.batch_id = batch.batch_id) as left_out
                        from (select * from payout_batch where position > :after order by position limit :limit) batch
                            left join payout_item item using (batch_id)
                            left join lateral (select outcome from payout_result said
                                where said.batch_id = item.batch_id and said.reward_id = item.reward_id
                                order by position desc limit 1) newest on true
                        group by batch.position, batch.batch_id, batch.currency, batch.made_by, batch.made_at
                        order by batch.position
                        """)
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> summary(row))
                .list();
    }

    /** Only what is in payout can be unknown, so those few rewards lead to the items. */
    @Override
    public long unknownItems() {
        return jdbc.sql("""
                        select count(*) from reward
                        where state = 'in_payout' and exists (select 1 from payout_result said
                            where said.batch_id = reward.batch_id and said.reward_id = reward.reward_id)
                        """).query(Long.class).single();
    }

    private void addItems(PayoutBatch batch) {
        List<PayoutItem> items = batch.items();
        jdbc.sql("""
                        insert into payout_item (item_key, batch_id, reward_id, referral_id, beneficiary_kind, beneficiary_id,
                            form, amount_minor)
                        select item_key, :batchId, reward_id, referral_id, beneficiary_kind, beneficiary_id, form, amount_minor
                        from unnest(:itemKeys, :rewardIds, :referralIds, :kinds, :ids, :forms, :amounts)
                            with ordinality as item (item_key, reward_id, referral_id, beneficiary_kind, beneficiary_id,
                                form, amount_minor, place)
                        order by place
                        """)
                .param("batchId", batch.batchId())
                .param("itemKeys", each(items, PayoutItem::itemKey, UUID[]::new))
                .param("rewardIds", each(items, PayoutItem::rewardId, UUID[]::new))
                .param("referralIds", each(items, PayoutItem::referralId, String[]::new))
                .param(
                        "kinds",
                        each(items, item -> Columns.word(item.beneficiary().kind()), String[]::new))
                .param("ids", each(items, item -> item.beneficiary().id(), String[]::new))
                .param("forms", each(items, item -> Columns.word(item.form()), String[]::new))
                .param("amounts", each(items, item -> item.amount().amountMinor(), Long[]::new))
                .update();
    }

    private void addLeftOut(PayoutBatch batch) {
        jdbc.sql("""
                        insert into payout_left_out (batch_id, reward_id, reasons)
                        select :batchId, reward_id, string_to_array(reasons, ',')
                        from unnest(:rewardIds, :reasons) with ordinality as left_out (reward_id, reasons, place)
                        order by place
                        """)
                .param("batchId", batch.batchId())
                .param("rewardIds", each(batch.leftOut(), LeftOut::rewardId, UUID[]::new))
                .param("reasons", each(batch.leftOut(), PostgresPayouts::words, String[]::new))
                .update();
    }

    private List<PayoutItem> items(UUID batchId, String currency) {
        return jdbc.sql("""
                        select item.*, newest.outcome, newest.provider_ref, newest.reason
                        from payout_item item
                            left join lateral (select * from payout_result said
                                where said.batch_id = item.batch_id and said.reward_id = item.reward_id
                                order by position desc limit 1) newest on true
                        where item.batch_id = :batchId order by item.position
                        """)
                .param("batchId", batchId)
                .query((row, _) -> item(row, currency))
                .list();
    }

    private List<LeftOut> leftOut(UUID batchId) {
        return jdbc.sql("select reward_id, reasons from payout_left_out where batch_id = :batchId order by position")
                .param("batchId", batchId)
                .query((row, _) -> new LeftOut(
                        Columns.uuid(row, "reward_id"),
                        Arrays.stream((String[]) row.getArray("reasons").getArray())
                                .map(word -> Columns.constant(Obstacle.class, word))
                                .toList()))
                .list();
    }

    private static PayoutItem item(ResultSet row, String currency) throws SQLException {
        return new PayoutItem(
                Columns.uuid(row, "batch_id"),
                Columns.uuid(row, "reward_id"),
                row.getString("referral_id"),
                Objects.requireNonNull(Columns.partyOrNull(row, "beneficiary_kind", "beneficiary_id")),
                Columns.constant(RewardForm.class, row.getString("form")),
                new Money(row.getLong("amount_minor"), currency),
                resultOrNull(row));
    }

    private static @Nullable PayoutResult resultOrNull(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        String providerRef = row.getString("provider_ref");
        String reason = row.getString("reason");
        return switch (outcome) {
            case null -> null;
            case "paid" -> new PayoutResult.Paid(Objects.requireNonNull(providerRef), reason);
            case "failed" -> new PayoutResult.Failed(providerRef, reason);
            case "unknown" -> new PayoutResult.Unknown(providerRef, reason);
            case String other -> throw new IllegalStateException("not an outcome: " + other);
        };
    }

    private static Summary summary(ResultSet row) throws SQLException {
        Map<Status, Long> items = new EnumMap<>(Status.class);
        for (Status status : Status.values()) {
            long count = row.getLong(Columns.word(status));
            if (count > 0) {
                items.put(status, count);
            }
        }
        return new Summary(
                row.getLong("position"),
                Columns.uuid(row, "batch_id"),
                row.getString("made_by"),
                Columns.instant(row, "made_at"),
                new Money(row.getLong("total_minor"), row.getString("currency")),
                items,
                row.getLong("left_out"));
    }

    private static PayoutResult result(PayoutItem item) {
        return Objects.requireNonNull(item.result());
    }

    private static String words(LeftOut leftOut) {
        return String.join(
                ",",
                leftOut.reasons().stream().map(reason -> Columns.word(reason)).toList());
    }

    private static <T, C> C[] each(List<T> rows, Function<T, ? extends @Nullable C> column, IntFunction<C[]> array) {
        return rows.stream().map(column).toArray(array);
    }
}
