package io.askwell.attribution.domain.matching;

/**
 * One word of a person's name.
 *
 * @param folded as {@link Folding#of}
 * @param plain without diacritics and without the Arabic article
 */
record NameWord(String folded, String plain) {

    private static final String ARABIC_ARTICLE = "ال";
    private static final int SHORTEST_WITH_A_TYPO = 3;
    private static final int LONG = 5;
    private static final double ALIKE = 0.94;
    private static final double PARTLY = 0.75;
    private static final int SHORTENED = 3;

    static NameWord of(String folded) {
        String bare = Folding.plain(folded);
        String plain = bare.isEmpty() ? folded : bare;
        boolean article = plain.startsWith(ARABIC_ARTICLE) && plain.length() > ARABIC_ARTICLE.length() + 2;
        return new NameWord(folded, article ? plain.substring(ARABIC_ARTICLE.length()) : plain);
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
        if (Nicknames.areTwoNames(plain, other.plain)) {
            return Level.DIFFERENT;
        }
        return spelling(other);
    }

    private Level spelling(NameWord other) {
        int shorter = Math.min(plain.length(), other.plain.length());
        boolean sameBeginning = plain.charAt(0) == other.plain.charAt(0);
        if (shorter >= (sameBeginning ? SHORTEST_WITH_A_TYPO : LONG) && Likeness.within(1, plain, other.plain)) {
            return Level.VERY_ALIKE;
        }
        double likeness = Likeness.jaroWinkler(plain, other.plain);
        if (likeness >= ALIKE || (shorter > LONG && Likeness.within(2, plain, other.plain))) {
            return Level.ALIKE;
        }
        boolean shortened = shorter >= SHORTENED && (plain.startsWith(other.plain) || other.plain.startsWith(plain));
        return shortened || (sameBeginning && likeness >= PARTLY) ? Level.PARTLY : Level.DIFFERENT;
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
