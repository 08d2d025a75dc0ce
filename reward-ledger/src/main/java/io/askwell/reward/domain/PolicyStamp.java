package io.askwell.reward.domain;

/**
 * Under which program file a decision was made.
 *
 * @param hash lower-case hex SHA-256 of the file as it was loaded
 */
public record PolicyStamp(String version, String hash) {}
