package io.askwell.attribution.postgres;

import io.askwell.attribution.application.CustomersOfLeads;
import io.askwell.attribution.domain.CustomerProfile;
import io.askwell.attribution.domain.KnownCustomers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
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
    public Map<String, KnownCustomers> waitFor(Set<String> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        CustomerKeyLocks.shared(jdbc, keys);
        Map<String, List<CustomerProfile>> known = new HashMap<>();
        jdbc.sql("""
                        select wanted.key, customer.profile
                        from unnest(:keys::text[]) wanted (key)
                        cross join lateral (
                            select customer_id from customer_key where customer_key.key = wanted.key
                            order by since, customer_id limit :most) oldest
                        join customer using (customer_id)
                        """)
                .param("keys", keys.toArray(String[]::new))
                .param("most", MOST_OF_A_KEY)
                .query(row -> {
                    known.computeIfAbsent(row.getString("key"), _ -> new ArrayList<>())
                            .add(StoredJson.customerProfile(row.getString("profile")));
                });
        return known.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> new KnownCustomers(entry.getValue())));
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
    public void add(List<Concern> concerns) {
        Map<UUID, Set<String>> keys = new TreeMap<>();
        Map<UUID, KnownCustomers> customers = new TreeMap<>();
        for (Concern concern : concerns) {
            keys.computeIfAbsent(concern.record(), _ -> new TreeSet<>()).addAll(concern.keys());
            customers.merge(concern.record(), concern.customers(), KnownCustomers::and);
        }
        insertKeys(keys);
        insertCustomers(customers);
    }

    @Override
    public void replace(Collection<UUID> records, Set<String> keys, KnownCustomers customers) {
        jdbc.sql("delete from lead_customer where referral_id = any(:records)")
                .param("records", records.toArray(UUID[]::new))
                .update();
        add(records.stream().map(record -> new Concern(record, keys, customers)).toList());
    }

    private void insertKeys(Map<UUID, Set<String>> keys) {
        List<Map.Entry<UUID, String>> pairs = keys.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(key -> Map.entry(entry.getKey(), key)))
                .toList();
        if (!pairs.isEmpty()) {
            jdbc.sql("""
                            insert into lead_customer_key (key, referral_id)
                            select * from unnest(:keys::text[], :records::uuid[])
                            on conflict do nothing
                            """)
                    .param("keys", Columns.texts(pairs, Map.Entry::getValue))
                    .param("records", Columns.ids(pairs, Map.Entry::getKey))
                    .update();
        }
    }

    private void insertCustomers(Map<UUID, KnownCustomers> customers) {
        List<Map.Entry<UUID, CustomerProfile>> pairs = customers.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().profiles().stream().map(profile -> Map.entry(entry.getKey(), profile)))
                .toList();
        if (!pairs.isEmpty()) {
            jdbc.sql("""
                            insert into lead_customer (referral_id, customer_id, profile)
                            select record, customer_id, profile::jsonb
                            from unnest(:records::uuid[], :customers::text[], :profiles::text[])
                                 concerned (record, customer_id, profile)
                            on conflict (referral_id, customer_id) do update set profile = excluded.profile
                            """)
                    .param("records", Columns.ids(pairs, Map.Entry::getKey))
                    .param(
                            "customers",
                            Columns.texts(pairs, pair -> pair.getValue().customerId()))
                    .param("profiles", Columns.texts(pairs, pair -> StoredJson.write(pair.getValue())))
                    .update();
        }
    }
}
