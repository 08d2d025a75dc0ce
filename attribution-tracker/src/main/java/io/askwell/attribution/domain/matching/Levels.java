package io.askwell.attribution.domain.matching;

/**
 * The level of every field of a pair, three bits each, so that millions of pairs fall into few patterns that can be counted.
 *
 * @param packed the first field lowest
 */
public record Levels(long packed) {

    public static final int MOST_FIELDS = 21;

    private static final int BITS = 3;
    private static final long MASK = (1 << BITS) - 1;

    static long with(long packed, int field, Level level) {
        return packed | ((long) level.rank() << (field * BITS));
    }

    public Level at(int field) {
        return Level.at((int) ((packed >>> (field * BITS)) & MASK));
    }
}
