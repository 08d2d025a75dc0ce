package io.askwell.readiness.application;

/** A place in the log of signals. */
public record LogPosition(int partition, long offset) {}
