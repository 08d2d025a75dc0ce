package io.askwell.local.server;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** What the owner of a PostgreSQL may do in it: make databases, roles and schemas. Done again it changes nothing. */
record DatabaseOwner(int port, String user, String password) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String ALWAYS_THERE = "postgres";

    void createDatabase(String database) {
        requireName(database);
        try (var connection = connect(ALWAYS_THERE)) {
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(connection, "CREATE DATABASE " + database);
            }
        } catch (SQLException e) {
            throw new ServerFailedException("Could not create the database " + database + ": " + e.getMessage(), e);
        }
    }

    /** The role gets this password even if it exists already. */
    ServiceDatabase createService(String database, String service, String servicePassword) {
        requireName(service);
        try (var connection = connect(database)) {
            if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", service)) {
                execute(connection, "CREATE ROLE " + service + " LOGIN");
            }
            execute(connection, "ALTER ROLE " + service + " PASSWORD '" + servicePassword.replace("'", "''") + "'");
            execute(connection, "ALTER ROLE " + service + " SET search_path = " + service);
            execute(connection, "CREATE SCHEMA IF NOT EXISTS " + service + " AUTHORIZATION " + service);
            return new ServiceDatabase(jdbcUrl(database), service, servicePassword);
        } catch (SQLException e) {
            throw new ServerFailedException("Could not create the schema " + service + ": " + e.getMessage(), e);
        }
    }

    boolean reaches(String database) {
        try (var connection = connect(database)) {
            return connection.isValid(3);
        } catch (SQLException e) {
            return false;
        }
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database) + "?loginTimeout=5&connectTimeout=5", user, password);
    }

    private static boolean exists(Connection connection, String sql, String name) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Names go into SQL as they are, since placeholders cannot stand for them. */
    private static void requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain SQL name: " + name);
        }
    }
}
