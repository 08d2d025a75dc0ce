package io.askwell.attribution.domain.note;

import java.util.List;

/**
 * One referrer whom a note mentions.
 *
 * @param candidates every reading of the words, the one that takes most of them first
 */
public record Mention(List<Candidate> candidates) {

    public Mention {
        candidates = List.copyOf(candidates);
    }
}
