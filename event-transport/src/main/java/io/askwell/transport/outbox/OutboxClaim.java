package io.askwell.transport.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The ownership of one outbox partition: a session lock on a connection that serves nothing else. Rows are read and deleted on
 * that same connection, so whoever has lost the lock has lost the rows with it.
 */
final class OutboxClaim implements AutoCloseable {

    /** An owner who says nothing for so long is taken for dead, even if its host still answers for it. */
    static final int SILENCE_LIMIT_SECONDS = 60;

    private final Connection connection;
    private final OutboxRows rows;

    private OutboxClaim(Connection connection, OutboxRows rows) {
        this.connection = connection;
        this.rows = rows;
    }

    /** Empty while another process owns the partition. */
    static Optional<OutboxClaim> take(DataSource unpooled, String service, int partition) throws SQLException {
        Connection connection = unpooled.getConnection();
        try {
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql("set idle_session_timeout = '" + SILENCE_LIMIT_SECONDS + "s'")
                    .update();
            boolean owned = jdbc.sql("select pg_try_advisory_lock(hashtextextended(:name, 0))")
                    .param("name", service + "/outbox/" + partition)
                    .query(Boolean.class)
                    .single();
            if (!owned) {
                connection.close();
                return Optional.empty();
            }
            return Optional.of(new OutboxClaim(connection, new OutboxRows(jdbc, service)));
        } catch (SQLException | RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    OutboxRows rows() {
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
