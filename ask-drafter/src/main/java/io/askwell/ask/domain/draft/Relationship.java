package io.askwell.ask.domain.draft;

import io.askwell.ask.domain.customer.Profile;

/** How well the customer and we know each other. */
public enum Relationship {
    NEW,
    ESTABLISHED,
    CHAMPION;

    /** @param establishedFrom so many interactions, included */
    public static Relationship of(Profile profile, int establishedFrom) {
        if (profile.champion()) {
            return CHAMPION;
        }
        return profile.interactions() >= establishedFrom ? ESTABLISHED : NEW;
    }
}
