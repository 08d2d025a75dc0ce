package io.askwell.attribution.postgres;

import io.askwell.attribution.application.CustomersOfLeads;
import io.askwell.attribution.domain.CustomerProfile;
import io.askwell.attribution.domain.KnownCustomers;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds customers by their keys, and keeps with each record whom it was judged by. */
public final class PostgresCustomersOfLeads implements CustomersOfLeads {

    /** Of customers who share a key, as colleagues do a domain, the oldest say enough. */
    private static final int MOST_OF_A_KEY = 20;

    private final JdbcClient jdbc;

    public PostgresCustomersOfLeads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public KnownCustomers waitFor(Set<String> keys) {
        CustomerKeyLocks.shared(jdbc, keys);
        return read(keys);
    }

    @Override
    public KnownCustomers read(Set<String> keys) {
        if (keys.isEmpty()) {
            return KnownCustomers.NONE;
        }
        return new KnownCustomers(jdbc.sql("""
                        select customer.profile
                        from (select distinct oldest.customer_id
                              from unnest(:keys::text[]) wanted (key)
                              cross join lateral (
                                  select customer_id from customer_key where customer_key.key = wanted.key
                                  order by since, customer_id limit :most) oldest) found
                        join customer using (customer_id)
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("most", MOST_OF_A_KEY)
                .query((row, _) -> StoredJson.customerProfile(row.getString("profile")))
                .list());
    }

    @Override
    public void add(UUID record, Set<String> keys, KnownCustomers customers) {
        insertKeys(record, keys);
        customers.profiles().forEach(profile -> insert(record, profile));
    }

    @Override
    public void replace(Collection<UUID> records, Set<String> keys, KnownCustomers customers) {
        jdbc.sql("delete from lead_customer where referral_id = any(:records)")
                .param("records", records.toArray(UUID[]::new))
                .update();
        records.forEach(record -> add(record, keys, customers));
    }

    private void insertKeys(UUID record, Set<String> keys) {
        jdbc.sql("""
                        insert into lead_customer_key (key, referral_id)
                        select unnest(:keys::text[]), :record
                        on conflict do nothing
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("record", record)
                .update();
    }

    private void insert(UUID record, CustomerProfile profile) {
        jdbc.sql("""
                        insert into lead_customer (referral_id, customer_id, profile)
                        values (:record, :customerId, :profile::jsonb)
                        on conflict (referral_id, customer_id) do update set profile = excluded.profile
                        """)
                .param("record", record)
                .param("customerId", profile.customerId())
                .param("profile", StoredJson.write(profile))
                .update();
    }
}
