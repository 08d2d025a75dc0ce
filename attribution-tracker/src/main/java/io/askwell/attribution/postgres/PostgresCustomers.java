package io.askwell.attribution.postgres;

import io.askwell.attribution.application.Customers;
import io.askwell.attribution.domain.CustomerKeys;
import io.askwell.attribution.domain.CustomerProfile;
import io.askwell.attribution.domain.CustomerSignals;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signals and profiles of customers as JSON beside the keys by which they are found. */
public final class PostgresCustomers implements Customers {

    private final JdbcClient jdbc;

    public PostgresCustomers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody of whom there is no row is locked by nothing; all signals of one customer are read in one place. */
    @Override
    public CustomerSignals lock(String customerId) {
        return jdbc.sql("select signals from customer where customer_id = :customerId for update")
                .param("customerId", customerId)
                .query((row, _) -> StoredJson.customerSignals(row.getString("signals")))
                .optional()
                .orElseGet(() -> CustomerSignals.none(customerId));
    }

    @Override
    public void keep(CustomerSignals signals, CustomerProfile profile) {
        jdbc.sql("""
                        insert into customer (customer_id, signals, profile)
                        values (:customerId, :signals::jsonb, :profile::jsonb)
                        on conflict (customer_id) do update set signals = excluded.signals, profile = excluded.profile
                        """)
                .param("customerId", signals.customerId())
                .param("signals", StoredJson.write(signals))
                .param("profile", StoredJson.write(profile))
                .update();
    }

    @Override
    public void makeKnown(CustomerProfile profile, Set<String> formerKeys, String cause) {
        Set<String> keys = CustomerKeys.of(profile);
        Set<String> concerned = new TreeSet<>(formerKeys);
        concerned.addAll(keys);
        CustomerKeyLocks.exclusive(jdbc, concerned);
        deleteKeys(profile.customerId());
        insertKeys(profile, keys);
        queueConcerned(concerned, cause);
    }

    private void deleteKeys(String customerId) {
        jdbc.sql("delete from customer_key where customer_id = :customerId")
                .param("customerId", customerId)
                .update();
    }

    private void insertKeys(CustomerProfile profile, Set<String> keys) {
        jdbc.sql("""
                        insert into customer_key (key, customer_id, since)
                        select unnest(:keys::text[]), :customerId, :since
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("customerId", profile.customerId())
                .param("since", utc(profile.since()))
                .update();
    }

    private void queueConcerned(Set<String> keys, String cause) {
        jdbc.sql("""
                        insert into reevaluation (referral_id, cause, queued_at)
                        select distinct record.survivor_id, :cause, now()
                        from lead_customer_key join lead_record record using (referral_id)
                        where key = any(:keys)
                          and not (exists (select from referral
                                           where referral.referral_id = record.survivor_id and disposition = 'won')
                                   and coalesce((select bool_and(settled) from reward_state
                                                 where reward_state.referral_id = record.survivor_id::text), false))
                        order by 1
                        on conflict (referral_id) do update set cause = excluded.cause
                        """)
                .param("cause", cause)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
