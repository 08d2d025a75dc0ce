package io.askwell.ask.application;

import java.util.Set;

/** The queue of pending asks as a reader of its topic finds it. */
public interface QueueTopic {

    /** Every ask of which the topic holds a record that no tombstone follows, at this moment. */
    Set<String> askIds();

    /** There is no topic, so there is nothing to read, and nothing could be written. */
    final class MissingException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public MissingException(String message) {
            super(message);
        }
    }
}
