package io.askwell.local.bench;

import io.askwell.local.bench.AttributionRun.Copied;
import io.askwell.local.server.ServerFailedException;
import io.askwell.local.server.ServiceDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.postgresql.PGConnection;

/** What the tracker keeps, and the same rows loaded by COPY into empty tables with the same columns and indexes. */
final class TrackerTables {

    static final String FACTS = "lead_fact";

    /** With these a lead would be recognised, if somebody knew which key leads to which record. */
    private static final Set<String> WITH_KEYS = Set.of("lead_record", FACTS, "lead_key", "lead_phone");

    /** What is on its way, and how far it has come, is not what is known of leads. */
    private static final Set<String> OF_TRANSPORT =
            Set.of("flyway_schema_history", "outbox", "inbox_position", "inbox_command");

    private final ServiceDatabase database;
    private final Path directory;

    /** @param directory where the rows lie between the two */
    TrackerTables(ServiceDatabase database, Path directory) {
        this.database = database;
        this.directory = directory;
    }

    long unpublished() {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from outbox")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new ServerFailedException("The outbox cannot be counted: " + e.getMessage(), e);
        }
    }

    /** Loads every table that is not empty, one after another, each in a transaction, as psql's copy does. */
    List<Copied> copied(Progress progress) {
        try (var connection = connect()) {
            List<Copied> copied = new ArrayList<>();
            for (var table : tables(connection)) {
                progress.begin("COPY of " + table);
                var file = directory.resolve(table + ".copy");
                if (save(connection, table, file) > 0) {
                    copied.add(load(connection, table, file));
                }
                Files.delete(file);
            }
            return List.copyOf(copied);
        } catch (SQLException | IOException e) {
            throw new ServerFailedException("The reference could not be measured: " + e.getMessage(), e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select tablename from pg_tables where schemaname = current_schema() order by tablename")) {
            List<String> tables = new ArrayList<>();
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
            tables.removeAll(OF_TRANSPORT);
            return tables;
        }
    }

    private static long save(Connection connection, String table, Path file) throws SQLException, IOException {
        try (var out = Files.newOutputStream(file)) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", out);
        }
    }

    private static Copied load(Connection connection, String table, Path file) throws SQLException, IOException {
        var copy = "copy_of_" + table;
        execute(connection, "create table %s (like %s including all)".formatted(copy, table));
        try (var in = Files.newInputStream(file)) {
            var begun = System.nanoTime();
            var rows = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + copy + " from stdin", in);
            var wall = Duration.ofNanos(System.nanoTime() - begun);
            return new Copied(table, WITH_KEYS.contains(table), rows, wall);
        } finally {
            execute(connection, "drop table " + copy);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
    }
}
