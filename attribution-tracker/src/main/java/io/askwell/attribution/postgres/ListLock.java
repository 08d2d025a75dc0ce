package io.askwell.attribution.postgres;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps changes of lists apart from those who judge by them, until the transaction ends. Taken before any row of either. */
final class ListLock {

    private static final long NAME = 0x6c697374;

    private ListLock() {}

    static void share(JdbcClient jdbc) {
        take(jdbc, "select pg_advisory_xact_lock_shared(:name)");
    }

    static void takeAlone(JdbcClient jdbc) {
        take(jdbc, "select pg_advisory_xact_lock(:name)");
    }

    private static void take(JdbcClient jdbc, String sql) {
        jdbc.sql(sql).param("name", NAME).query((_, _) -> true).list();
    }
}
