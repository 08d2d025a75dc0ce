package io.askwell.attribution.domain;

import java.util.List;

/**
 * A flag with why it was raised.
 *
 * @param because a sentence for people, without personal data
 * @param evidence facts ({@code source/id}), entries of lists ({@code list-entry/id}), customers ({@code customer/id}) or other records
 */
public record Flagged(Flag flag, String because, List<String> evidence) {

    public Flagged {
        evidence = List.copyOf(evidence);
    }
}
