package io.askwell.readiness.domain.signal;

/**
 * Another signal of the customer counts as never sent, whichever revision of it comes.
 *
 * @param retracted reference of that signal
 */
public record Retraction(String retracted) implements Fact {}
