package io.askwell.local.mail;

import java.time.Instant;

/** A mail that landed. {@code text} is its plain text, with line feeds alone. */
public record Mail(Instant receivedAt, String messageId, String from, String to, String subject, String text) {}
