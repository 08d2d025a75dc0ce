package io.askwell.attribution.domain.matching;

/**
 * One word of a person's name.
 *
 * @param folded as {@link Folding#of}
 * @param plain without diacritics
 */
record NameWord(String folded, String plain) {

    private static final int LONG_ENOUGH_FOR_A_TYPO = 4;
    private static final double VERY_ALIKE = 0.94;
    private static final double ALIKE = 0.88;
    private static final double PARTLY = 0.80;
    private static final int SHORTENED = 3;

    static NameWord of(String folded) {
        return new NameWord(folded, Folding.plain(folded));
    }

    /** Very alike: but for accents, a usual short form, or one typo. Alike: an initial, or more typos. Partly: a beginning of the other. */
    Level comparedWith(NameWord other) {
        if (folded.equals(other.folded)) {
            return Level.EXACT;
        }
        if (plain.equals(other.plain) || Nicknames.related(plain, other.plain)) {
            return Level.VERY_ALIKE;
        }
        if (plain.length() == 1 || other.plain.length() == 1) {
            return plain.charAt(0) == other.plain.charAt(0) ? Level.ALIKE : Level.DIFFERENT;
        }
        int shorter = Math.min(plain.length(), other.plain.length());
        double likeness = Likeness.jaroWinkler(plain, other.plain);
        if (shorter >= LONG_ENOUGH_FOR_A_TYPO
                && likeness >= PARTLY
                && (likeness >= VERY_ALIKE || Likeness.within(1, plain, other.plain))) {
            return Level.VERY_ALIKE;
        }
        if (likeness >= ALIKE) {
            return Level.ALIKE;
        }
        boolean shortened = shorter >= SHORTENED && (plain.startsWith(other.plain) || other.plain.startsWith(plain));
        return shortened || likeness >= PARTLY ? Level.PARTLY : Level.DIFFERENT;
    }

    /**
     * The sounds that most spellings of a name share: the first letter, then the consonants, doubled ones once and those that are often written
     * for one another as one. Other scripts stay as they are, since what is dropped here are Latin vowels.
     */
    String sound() {
        StringBuilder sound = new StringBuilder();
        char before = 0;
        for (int i = 0; i < plain.length(); i++) {
            char letter = sounding(plain.charAt(i));
            boolean silent = i > 0 && "aeiouyhw".indexOf(letter) >= 0;
            if (!silent && letter != before) {
                sound.append(letter);
            }
            before = letter;
        }
        return sound.toString();
    }

    private static char sounding(char letter) {
        return switch (letter) {
            case 'c', 'q' -> 'k';
            case 'z', 'x' -> 's';
            case 'v' -> 'f';
            case 'd' -> 't';
            case 'b' -> 'p';
            case 'j' -> 'g';
            case 'm' -> 'n';
            default -> letter;
        };
    }
}
