package io.askwell.attribution.domain.matching;

/** How alike two strings are as strings of characters. Pure arithmetic; both measures are symmetric. */
final class Likeness {

    private static final double PREFIX_SCALE = 0.1;
    private static final int LONGEST_PREFIX = 4;

    private Likeness() {}

    /**
     * Jaro's similarity with Winkler's credit for a common beginning (String Comparator Metrics and Enhanced Decision Rules, 1990).
     *
     * @return from 0 to 1
     */
    static double jaroWinkler(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        // Matches are taken greedily from one side, so the order of the arguments must be fixed for the result to be
        // symmetric.
        boolean swap = one.length() > other.length() || (one.length() == other.length() && one.compareTo(other) > 0);
        double jaro = swap ? jaro(other, one) : jaro(one, other);
        return jaro + commonPrefix(one, other) * PREFIX_SCALE * (1 - jaro);
    }

    /** Insertions, deletions, substitutions and transpositions of neighbours that turn one into the other (optimal string alignment). */
    static int edits(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int substitution = last[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(substitution, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = row;
            row = free;
        }
        return last[other.length()];
    }

    /** Whether at most so many edits part the two; lengths are looked at first. */
    static boolean within(int edits, String one, String other) {
        return Math.abs(one.length() - other.length()) <= edits && edits(one, other) <= edits;
    }

    private static double jaro(String shorter, String longer) {
        if (shorter.isEmpty()) {
            return 0;
        }
        int reach = Math.max(0, longer.length() / 2 - 1);
        boolean[] taken = new boolean[longer.length()];
        char[] matched = new char[shorter.length()];
        int matches = 0;
        for (int i = 0; i < shorter.length(); i++) {
            int end = Math.min(longer.length() - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= end; j++) {
                if (!taken[j] && longer.charAt(j) == shorter.charAt(i)) {
                    taken[j] = true;
                    matched[matches++] = shorter.charAt(i);
                    break;
                }
            }
        }
        if (matches == 0) {
            return 0;
        }
        double share = matches;
        return (share / shorter.length()
                        + share / longer.length()
                        + (share - moved(longer, taken, matched) / 2.0) / share)
                / 3;
    }

    private static int moved(String longer, boolean[] taken, char[] matched) {
        int moved = 0;
        int next = 0;
        for (int j = 0; j < longer.length(); j++) {
            if (taken[j] && longer.charAt(j) != matched[next++]) {
                moved++;
            }
        }
        return moved;
    }

    private static int commonPrefix(String one, String other) {
        int most = Math.min(LONGEST_PREFIX, Math.min(one.length(), other.length()));
        int length = 0;
        while (length < most && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }
}
