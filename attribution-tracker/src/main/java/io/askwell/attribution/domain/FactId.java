package io.askwell.attribution.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Identity of a reported fact.
 *
 * @param source the system that reports
 * @param id id within the source
 */
public record FactId(String source, String id) implements Comparable<FactId> {

    public String text() {
        return source + "/" + id;
    }

    /** Order of the UTF-8 bytes of {@code source/id}, by which the rules break ties. */
    @Override
    public int compareTo(FactId other) {
        return Arrays.compareUnsigned(
                text().getBytes(StandardCharsets.UTF_8), other.text().getBytes(StandardCharsets.UTF_8));
    }
}
