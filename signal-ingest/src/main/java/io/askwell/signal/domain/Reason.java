package io.askwell.signal.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Why a report is not accepted.
 *
 * @param pointer RFC 6901 pointer into the report, for example {@code /attributes/score}; empty for the report as a whole
 * @param detail what is wrong and what would be right; never the offending value, which may be personal
 */
public record Reason(String pointer, String detail) {

    /**
     * The first reason given for a place stands. What is said later of the same place, or of something inside it, only follows
     * from the first: a score that is not a number is not also missing.
     */
    static List<Reason> foremost(List<Reason> reasons) {
        Set<String> places = new HashSet<>();
        return reasons.stream().filter(reason -> reason.isFirstOf(places)).toList();
    }

    private boolean isFirstOf(Set<String> places) {
        for (int end = pointer.lastIndexOf('/'); end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
            if (places.contains(pointer.substring(0, end))) {
                return false;
            }
        }
        return places.add(pointer);
    }
}
