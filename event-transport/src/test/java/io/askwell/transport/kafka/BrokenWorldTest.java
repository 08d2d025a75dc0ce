package io.askwell.transport.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

class BrokenWorldTest {

    @ParameterizedTest
    @MethodSource
    void whatPassesIsWaitedFor(Throwable failure) {
        assertThat(BrokenWorld.caused(failure)).isTrue();
        assertThat(BrokenWorld.caused(new IllegalStateException("wrapped", failure)))
                .isTrue();
    }

    static Stream<Throwable> whatPassesIsWaitedFor() {
        return Stream.of(
                new DataAccessResourceFailureException("connection lost"),
                new CannotGetJdbcConnectionException("no connection"),
                new CannotAcquireLockException("deadlock"),
                new CannotCreateTransactionException("no connection"),
                new SQLTransientConnectionException("pool is empty"),
                new SQLException("terminating connection", "57P01"),
                new SQLException("too many connections", "53300"),
                new TimeoutException("no leader"),
                new ConnectException("refused"),
                new HttpTimeoutException("registry is slow"),
                new SerializationException("registry", new UncheckedIOException(new ConnectException("refused"))));
    }

    @ParameterizedTest
    @MethodSource
    void whatStaysIsNot(Throwable failure) {
        assertThat(BrokenWorld.caused(failure)).isFalse();
    }

    static Stream<Throwable> whatStaysIsNot() {
        return Stream.of(
                new IllegalStateException("broken program"),
                new DataIntegrityViolationException("unique", new SQLException("duplicate key", "23505")),
                new SQLException("no such table", "42P01"),
                new SerializationException("no magic byte"),
                new SerializationException("cut off", new EOFException()));
    }
}
