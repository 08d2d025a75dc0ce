package io.askwell.attribution.domain.note;

/**
 * A place in a note.
 *
 * @param start of the first UTF-16 code unit of the note as it was received
 * @param end of the first one behind it
 */
public record Span(int start, int end) {}
