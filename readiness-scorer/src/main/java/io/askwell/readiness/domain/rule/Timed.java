package io.askwell.readiness.domain.rule;

/** Something that holds during a span of time. */
public record Timed<T>(T what, Span during) {}
