package io.askwell.attribution.domain.matching;

import java.util.List;

/**
 * How alike two values of a field are, from the same to different. What the steps between mean is said by each kind of value; what they count
 * is said by the weights.
 */
public enum Level {
    EXACT(0),
    VERY_ALIKE(1),
    ALIKE(2),
    PARTLY(3),
    DIFFERENT(4),
    /** At least one side has no value; it counts nothing. */
    MISSING(5);

    /** Those that say something, most alike first. */
    static final int SPEAKING = 5;

    private static final List<Level> BY_RANK = List.of(values());

    private final int rank;

    Level(int rank) {
        this.rank = rank;
    }

    static Level at(int rank) {
        return BY_RANK.get(rank);
    }

    static Level moreAlike(Level one, Level other) {
        return one.rank <= other.rank ? one : other;
    }

    static Level lessAlike(Level one, Level other) {
        return one.rank >= other.rank ? one : other;
    }

    /** Whether the two values may well be one. */
    public boolean agrees() {
        return rank <= ALIKE.rank;
    }

    public boolean speaks() {
        return this != MISSING;
    }

    /** 0 for what is most alike. */
    int rank() {
        return rank;
    }

    Level lessAlike() {
        return rank >= DIFFERENT.rank ? this : at(rank + 1);
    }
}
