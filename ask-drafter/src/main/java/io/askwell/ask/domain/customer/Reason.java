package io.askwell.ask.domain.customer;

import java.util.List;

/**
 * One machine-readable reason with what it rests on.
 *
 * @param evidence signals as {@code source/id}; may be empty
 */
public record Reason(String code, List<String> evidence) {

    public Reason {
        evidence = List.copyOf(evidence);
    }

    public static Reason of(String code) {
        return new Reason(code, List.of());
    }
}
