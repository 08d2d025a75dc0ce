package io.askwell.schemas;

/**
 * One way in which a record breaks the contract.
 *
 * @param pointer RFC 6901 pointer into the JSON form of the record, for example {@code /attributes/score}
 * @param detail what is wrong and what would be right; never the offending value itself, which may be personal
 */
public record Violation(String pointer, String detail) {}
