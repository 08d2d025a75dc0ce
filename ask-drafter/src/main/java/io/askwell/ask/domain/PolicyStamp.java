package io.askwell.ask.domain;

/**
 * Under which rules a decision was made.
 *
 * @param version for example {@code ask-v1}
 * @param hash lower-case hex SHA-256 of the policy file as it was loaded
 */
public record PolicyStamp(String version, String hash) {}
