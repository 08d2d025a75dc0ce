package io.askwell.transport.kafka;

import java.io.EOFException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a world that is broken for now (wait for it) from a record or a program that is wrong (waiting does not help). */
final class BrokenWorld {

    private BrokenWorld() {}

    static boolean caused(Throwable failure) {
        return isBrokenWorld(failure) || (failure.getCause() != null && caused(failure.getCause()));
    }

    private static boolean isBrokenWorld(Throwable failure) {
        return switch (failure) {
            case DataAccessResourceFailureException _, TransientDataAccessException _ -> true;
            case RecoverableDataAccessException _, CannotCreateTransactionException _ -> true;
            case TransactionSystemException _ -> true;
            case SQLTransientException _, SQLRecoverableException _ -> true;
            case SQLException database -> isOutage(database.getSQLState());
            // Bytes that end too early are the record's fault; every other failure of input and output is the world's.
            case EOFException _ -> false;
            case IOException _, TimeoutException _ -> true;
            case SerializationException _ -> false;
            case KafkaException _ -> true;
            default -> false;
        };
    }

    /** Connection lost, out of resources, shutting down, or a conflict of transactions that a retry resolves. */
    private static boolean isOutage(@Nullable String state) {
        return state != null && Stream.of("08", "40", "53", "57", "58").anyMatch(state::startsWith);
    }
}
