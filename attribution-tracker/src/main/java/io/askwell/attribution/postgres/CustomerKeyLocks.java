package io.askwell.attribution.postgres;

import java.util.Collection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Locks on keys of customers until the transaction ends. Who records a fact shares them, who makes a customer known has them
 * alone: so that either the fact finds the customer or the customer finds the fact. Taken in one order, before any row.
 */
final class CustomerKeyLocks {

    private CustomerKeyLocks() {}

    static void shared(JdbcClient jdbc, Collection<String> keys) {
        lock(jdbc, "select pg_advisory_xact_lock_shared(key) from unnest(:keys::bigint[]) key", keys);
    }

    static void exclusive(JdbcClient jdbc, Collection<String> keys) {
        lock(jdbc, "select pg_advisory_xact_lock(key) from unnest(:keys::bigint[]) key", keys);
    }

    private static void lock(JdbcClient jdbc, String sql, Collection<String> keys) {
        if (!keys.isEmpty()) {
            jdbc.sql(sql).param("keys", bits(keys)).query((_, _) -> true).list();
        }
    }

    /** Of the pseudonyms; two keys with the same bits only make somebody wait. */
    private static Long[] bits(Collection<String> keys) {
        return keys.stream()
                .map(key -> Long.parseUnsignedLong(key.substring(0, 16), 16))
                .distinct()
                .sorted()
                .toArray(Long[]::new);
    }
}
