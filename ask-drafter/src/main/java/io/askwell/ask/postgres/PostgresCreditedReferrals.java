package io.askwell.ask.postgres;

import io.askwell.ask.application.CreditedReferrals;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Credited referrals in PostgreSQL. */
public final class PostgresCreditedReferrals implements CreditedReferrals {

    private final JdbcClient jdbc;

    public PostgresCreditedReferrals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(String referralId, @Nullable String customerId, boolean converted) {
        jdbc.sql("""
                        insert into credited_referral (referral_id, customer_id, converted)
                        values (:referralId, :customerId, :converted)
                        on conflict (referral_id) do update set
                            customer_id = excluded.customer_id, converted = excluded.converted
                        """)
                .param("referralId", referralId)
                .param("customerId", customerId)
                .param("converted", converted)
                .update();
    }

    @Override
    public Count of(String customerId) {
        return jdbc.sql("""
                        select count(*) as given, count(*) filter (where converted) as converted
                        from credited_referral where customer_id = :customerId
                        """)
                .param("customerId", customerId)
                .query((row, _) -> new Count(row.getInt("given"), row.getInt("converted")))
                .single();
    }
}
