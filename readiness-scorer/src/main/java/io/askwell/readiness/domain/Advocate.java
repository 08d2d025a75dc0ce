package io.askwell.readiness.domain;

import java.util.Comparator;

/** A customer with a live signal, as an advocate. */
public record Advocate(String customerId, AdvocateScore score) {

    public static final Comparator<Advocate> HIGHEST_FIRST =
            Comparator.comparing(Advocate::score).reversed().thenComparing(Advocate::customerId);
}
