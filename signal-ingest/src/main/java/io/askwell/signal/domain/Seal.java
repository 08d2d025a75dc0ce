package io.askwell.signal.domain;

/** Stamps a text so that nobody else can: the same text gets the same stamp, and no other text tells what it is. */
@FunctionalInterface
public interface Seal {

    byte[] of(String text);
}
