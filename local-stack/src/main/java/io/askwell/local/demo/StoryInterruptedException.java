package io.askwell.local.demo;

/** The product did not answer as the story needs it. The message is one line for a person. */
public final class StoryInterruptedException extends RuntimeException {

    StoryInterruptedException(String message) {
        super(message);
    }
}
