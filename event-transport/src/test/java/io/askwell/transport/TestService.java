package io.askwell.transport;

import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.transport.event.CloudEventHeaders;
import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.metrics.TransportMetrics;
import io.askwell.transport.outbox.Outbox;
import io.askwell.transport.outbox.OutboxRecord;
import io.askwell.transport.outbox.OutboxRelay;
import io.askwell.transport.outbox.OutboxRows;
import io.askwell.transport.outbox.OutboxWakeups;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.CommonClientConfigs;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service with a database of its own, wired by hand. It has one outbox partition, so that every row shares one relay. */
public final class TestService {

    public static final String NAME = "test-service";

    private static final Instant TIME = Instant.parse("2026-10-01T09:30:00.123456Z");

    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final TransportMetrics metrics = new TransportMetrics(meters);
    private final OutboxWakeups wakeups = new OutboxWakeups(1);
    private final DataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    private TestService(ServiceDatabase database) {
        this.database = new DriverManagerDataSource(database.jdbcUrl(), database.user(), database.password());
        this.jdbc = JdbcClient.create(this.database);
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(this.database));
        Flyway.configure()
                .dataSource(this.database)
                .defaultSchema(database.user())
                .locations("classpath:db/transport")
                .load()
                .migrate();
        jdbc.sql("create table effect (name text not null)").update();
    }

    public static TestService withFreshDatabase() {
        return new TestService(SharedServers.freshDatabase("test_service"));
    }

    public static Map<String, Object> reaching(String bootstrapServers) {
        return Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    }

    public static OutboxRecord record(String topic, String key, String id, byte[] value) {
        return new OutboxRecord(topic, key, value, event(id));
    }

    public static CloudEventHeaders event(String id) {
        return new CloudEventHeaders(id, "askwell/test-service", "referral.test.done", TIME);
    }

    public OutboxRelay relayTo(String bootstrapServers) {
        return new OutboxRelay(NAME, database, reaching(bootstrapServers), wakeups, metrics);
    }

    public OutboxRows rows() {
        return new OutboxRows(jdbc, NAME);
    }

    public Outbox outbox() {
        return new Outbox(rows(), wakeups);
    }

    public Inbox inbox() {
        return new Inbox(jdbc);
    }

    public void append(OutboxRecord record) {
        transactions.executeWithoutResult(_ -> outbox().append(record));
    }

    /** What a handler of records does to the state. */
    public void takeEffect(String name) {
        jdbc.sql("insert into effect (name) values (:name)").param("name", name).update();
    }

    public List<@Nullable String> effects() {
        return jdbc.sql("select name from effect order by name")
                .query(String.class)
                .list();
    }

    /** Ends the connections that own outbox partitions, as a cut network does; their owners notice when they next speak. */
    public void cutOwners() {
        jdbc.sql("""
                        select pg_terminate_backend(pid) from pg_locks
                        where locktype = 'advisory' and granted and pid <> pg_backend_pid()
                          and database = (select oid from pg_database where datname = current_database())
                        """).query(Boolean.class).list();
    }

    public DataSource database() {
        return database;
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    public TransportMetrics metrics() {
        return metrics;
    }

    public double count(String meter) {
        return meters.find(meter).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
