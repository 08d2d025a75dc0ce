package io.askwell.signal.domain;

import java.util.List;

/**
 * One report as it was read.
 *
 * @param unreadable the parts that could not be read; the report has nothing in their places
 */
public record Reading<R extends Report>(R report, List<Reason> unreadable) {

    public Reading {
        unreadable = List.copyOf(unreadable);
    }
}
