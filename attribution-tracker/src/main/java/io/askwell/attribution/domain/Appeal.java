package io.askwell.attribution.domain;

import java.time.Instant;

/**
 * A person asks to have a ruling looked at again.
 *
 * @param by the person
 */
public record Appeal(String by, String reason, Instant at) {}
