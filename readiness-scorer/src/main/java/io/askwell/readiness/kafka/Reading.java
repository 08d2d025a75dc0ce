package io.askwell.readiness.kafka;

import io.askwell.readiness.domain.signal.Signal;

/** What a record of the signals topic turned out to be. */
sealed interface Reading {

    record Read(String customerId, Signal<?> signal) implements Reading {}

    /** A kind from a newer schema: nothing is wrong with it, and nothing is known of it. */
    record NewerKind() implements Reading {}

    /**
     * It can never be read.
     *
     * @param reason a constant word
     * @param detail a sentence without personal data
     */
    record Poison(String reason, String detail) implements Reading {}
}
