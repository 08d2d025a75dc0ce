package io.askwell.signal.http;

/** There is too much to do at the moment; the body was not read. */
final class OverloadedException extends RuntimeException {

    OverloadedException(String message) {
        super(message);
    }
}
