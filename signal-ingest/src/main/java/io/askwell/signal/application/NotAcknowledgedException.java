package io.askwell.signal.application;

/**
 * The log did not acknowledge in time. The sender must be told that nothing was accepted: it sends again with the same ids, and
 * what had arrived after all counts once.
 */
public final class NotAcknowledgedException extends RuntimeException {

    public NotAcknowledgedException(String message, Throwable cause) {
        super(message, cause);
    }
}
