package io.askwell.local.server;

/** What one service needs to reach its own schema. The role, the user and the schema bear the same name. */
public record ServiceDatabase(String jdbcUrl, String user, String password) {

    @Override
    public String toString() {
        return user + " at " + jdbcUrl;
    }
}
