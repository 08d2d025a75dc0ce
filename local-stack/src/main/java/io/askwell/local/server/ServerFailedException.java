package io.askwell.local.server;

import org.jspecify.annotations.Nullable;

/** A server did not start or stop as it should. The message is one line that a person can act on. */
public final class ServerFailedException extends RuntimeException {

    public ServerFailedException(String message) {
        super(message);
    }

    public ServerFailedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
