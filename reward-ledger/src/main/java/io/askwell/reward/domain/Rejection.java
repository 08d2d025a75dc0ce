package io.askwell.reward.domain;

import java.time.Instant;

/** A person said no, and why. */
public record Rejection(String by, Instant at, String reason) implements Decision {}
