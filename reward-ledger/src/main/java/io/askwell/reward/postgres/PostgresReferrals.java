package io.askwell.reward.postgres;

import io.askwell.reward.application.Referrals;
import io.askwell.reward.domain.Attribution;
import io.askwell.reward.domain.Confidence;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ledger.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** {@link Referrals} in the table {@code referral}. */
public final class PostgresReferrals implements Referrals {

    private final JdbcClient jdbc;

    public PostgresReferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean keep(Referral referral, Instant asOf) {
        Party referrer = referral.attribution().credited().orElse(null);
        Referral.Win win = referral.win();
        Money value = win == null ? null : win.value();
        Money refunded = win == null ? null : win.refunded();
        return jdbc.sql("""
                        insert into referral as known (referral_id, as_of, attribution, confidence, referrer_kind, referrer_id,
                            won_at, value_minor, value_currency, refunded_minor, refunded_currency, open_reviews, flags,
                            basis_known, referrer_domains, lead_domain, correlation_id, blocks_payable, merged_into)
                        values (:referralId, :asOf, :attribution, :confidence, :referrerKind, :referrerId,
                            :wonAt, :valueMinor, :valueCurrency, :refundedMinor, :refundedCurrency, :openReviews, :flags,
                            :basisKnown, :referrerDomains, :leadDomain, :correlationId, :blocksPayable, :mergedInto)
                        on conflict (referral_id) do update set
                            as_of = excluded.as_of, attribution = excluded.attribution, confidence = excluded.confidence,
                            referrer_kind = excluded.referrer_kind, referrer_id = excluded.referrer_id,
                            won_at = excluded.won_at, value_minor = excluded.value_minor,
                            value_currency = excluded.value_currency, refunded_minor = excluded.refunded_minor,
                            refunded_currency = excluded.refunded_currency, open_reviews = excluded.open_reviews,
                            flags = excluded.flags, basis_known = excluded.basis_known,
                            referrer_domains = excluded.referrer_domains, lead_domain = excluded.lead_domain,
                            correlation_id = excluded.correlation_id,
                            blocks_payable = excluded.blocks_payable, merged_into = excluded.merged_into
                        where known.as_of <= excluded.as_of
                        """)
                        .param("referralId", referral.referralId())
                        .param("asOf", Columns.time(asOf))
                        .param("attribution", word(referral.attribution()))
                        .param("confidence", Columns.word(confidence(referral.attribution())))
                        .param("referrerKind", referrer == null ? null : Columns.word(referrer.kind()))
                        .param("referrerId", referrer == null ? null : referrer.id())
                        .param("wonAt", win == null ? null : Columns.time(win.at()))
                        .param("valueMinor", value == null ? null : value.amountMinor())
                        .param("valueCurrency", value == null ? null : value.currency())
                        .param("refundedMinor", refunded == null ? null : refunded.amountMinor())
                        .param("refundedCurrency", refunded == null ? null : refunded.currency())
                        .param("openReviews", referral.openReviews().toArray(String[]::new))
                        .param("flags", referral.flags().toArray(String[]::new))
                        .param("basisKnown", referral.basisKnown())
                        .param("referrerDomains", referral.referrerDomains().toArray(String[]::new))
                        .param("leadDomain", referral.leadDomain())
                        .param("correlationId", referral.correlationId())
                        .param("blocksPayable", referral.blocksPayable())
                        .param("mergedInto", mergedInto(referral.attribution()))
                        .update()
                == 1;
    }

    @Override
    public Optional<Referral> find(String referralId) {
        return jdbc.sql("select * from referral where referral_id = :referralId")
                .param("referralId", referralId)
                .query((row, _) -> referral(row))
                .optional();
    }

    @Override
    public List<Referral> won(@Nullable Referral after, int limit) {
        Referral.Win last = after == null ? null : after.win();
        return jdbc.sql("""
                        select * from referral
                        where won_at is not null and (won_at, referral_id) > (:wonAt, :referralId)
                        order by won_at, referral_id limit :limit
                        """)
                .param("wonAt", Columns.time(last == null ? Instant.EPOCH : last.at()))
                .param("referralId", after == null ? "" : after.referralId())
                .param("limit", limit)
                .query((row, _) -> referral(row))
                .list();
    }

    @Override
    public List<Referral> all(Collection<String> referralIds) {
        return jdbc.sql("select * from referral where referral_id = any(:referralIds)")
                .param("referralIds", referralIds.toArray(String[]::new))
                .query((row, _) -> referral(row))
                .list();
    }

    private static Referral referral(ResultSet row) throws SQLException {
        return new Referral(
                row.getString("referral_id"),
                attribution(row),
                win(row),
                List.of((String[]) row.getArray("open_reviews").getArray()),
                Set.of((String[]) row.getArray("flags").getArray()),
                row.getBoolean("basis_known"),
                Set.of((String[]) row.getArray("referrer_domains").getArray()),
                row.getString("lead_domain"),
                row.getString("correlation_id"));
    }

    private static Referral.@Nullable Win win(ResultSet row) throws SQLException {
        Instant at = Columns.instantOrNull(row, "won_at");
        return at == null
                ? null
                : new Referral.Win(
                        at,
                        Columns.moneyOrNull(row, "value_minor", "value_currency"),
                        Columns.moneyOrNull(row, "refunded_minor", "refunded_currency"));
    }

    private static Attribution attribution(ResultSet row) throws SQLException {
        Party referrer = Columns.partyOrNull(row, "referrer_kind", "referrer_id");
        return switch (row.getString("attribution")) {
            case "unclaimed" -> new Attribution.Unclaimed();
            case "attributed" ->
                new Attribution.Attributed(
                        Objects.requireNonNull(referrer),
                        Columns.constant(Confidence.class, row.getString("confidence")));
            case "disputed" -> new Attribution.Disputed();
            case "settled" -> new Attribution.Settled(referrer);
            case "merged" -> new Attribution.Merged(row.getString("merged_into"));
            case String other -> throw new IllegalStateException("not an attribution: " + other);
        };
    }

    private static String word(Attribution attribution) {
        return switch (attribution) {
            case Attribution.Unclaimed _ -> "unclaimed";
            case Attribution.Attributed _ -> "attributed";
            case Attribution.Disputed _ -> "disputed";
            case Attribution.Settled _ -> "settled";
            case Attribution.Merged _ -> "merged";
        };
    }

    private static @Nullable String mergedInto(Attribution attribution) {
        return attribution instanceof Attribution.Merged merged ? merged.into() : null;
    }

    private static @Nullable Confidence confidence(Attribution attribution) {
        return attribution instanceof Attribution.Attributed attributed ? attributed.confidence() : null;
    }
}
