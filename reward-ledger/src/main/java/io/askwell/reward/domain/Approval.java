package io.askwell.reward.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person said yes. */
public record Approval(String by, Instant at, @Nullable String reason) implements Decision {}
