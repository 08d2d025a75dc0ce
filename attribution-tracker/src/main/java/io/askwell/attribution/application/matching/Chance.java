package io.askwell.attribution.application.matching;

import java.util.List;
import java.util.Random;

/** Everything that the generator leaves to chance; the same seed gives the same leads on every machine. */
final class Chance {

    private static final double SKEW = 1.3;

    private final Random random;

    Chance(long seed) {
        random = new Random(seed);
    }

    /** @param share from 0 to 1 */
    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** The first are the likeliest, the first of a hundred three times as likely as the mean. */
    <T> T commonOneOf(List<T> choices) {
        double skewed = Math.pow(random.nextDouble(), SKEW);
        return choices.get((int) (skewed * choices.size()));
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return digits.toString();
    }
}
