package io.askwell.attribution.domain;

import java.util.List;

/**
 * A flag with why it was raised.
 *
 * @param because a sentence for people, without personal data
 * @param evidence facts ({@code source/id}) or customers ({@code customer/id})
 */
record Flagged(Flag flag, String because, List<String> evidence) {

    Flagged {
        evidence = List.copyOf(evidence);
    }
}
