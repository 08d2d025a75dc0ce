package io.askwell.attribution.domain;

import io.askwell.attribution.domain.matching.MatchScore;
import java.time.Instant;
import java.util.UUID;

/**
 * Two records became one. Facts and keys stay where they are; only where a record lives on is noted, and that is all that
 * an undoing takes back.
 *
 * @param other the record that lives on in the survivor
 * @param cause the fact ({@code source/id}) or the review that was ruled on
 */
public record Merge(UUID other, UUID survivor, Reason reason, String cause, Instant at) {

    /** Why two records are of one lead. */
    public sealed interface Reason {

        /** For people; without personal data. */
        String sentence();
    }

    /** A fact names both by certain keys. */
    public record CertainKeys() implements Reason {

        @Override
        public String sentence() {
            return "A fact names both: by e-mail, by external id, or by telephone with a compatible name.";
        }
    }

    /**
     * All that is known of both says so.
     *
     * @param policy version under which the likeness was enough
     */
    public record Likeness(MatchScore score, String policy) implements Reason {

        @Override
        public String sentence() {
            return score.sentence();
        }
    }

    /** A person said so. */
    public record PersonSaid(String by, String because) implements Reason {

        @Override
        public String sentence() {
            return "%s said that both are the same lead: %s".formatted(by, because);
        }
    }
}
