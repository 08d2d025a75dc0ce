package io.askwell.reward.domain;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is credited with a referral, as the attribution tracker says. */
public sealed interface Attribution {

    /** Whoever is credited now; empty while nobody is. */
    default Optional<Party> credited() {
        return Optional.empty();
    }

    record Unclaimed() implements Attribution {}

    record Attributed(Party referrer, Confidence confidence) implements Attribution {
        @Override
        public Optional<Party> credited() {
            return Optional.of(referrer);
        }
    }

    record Disputed() implements Attribution {}

    /** A person ruled. No referrer means that the person credited nobody. */
    record Settled(@Nullable Party referrer) implements Attribution {
        @Override
        public Optional<Party> credited() {
            return Optional.ofNullable(referrer);
        }
    }

    /**
     * The referral turned out to be one with another, whose rewards are the only ones of the two.
     *
     * @param into the referral in which it lives on
     */
    record Merged(String into) implements Attribution {}
}
