package io.askwell.attribution.domain.matching;

import java.util.List;

/**
 * How often a field is at each level that speaks, in the order of {@link Level}. Both add up to 1.
 *
 * @param same among pairs of one lead (m in the literature)
 * @param other among all other pairs (u)
 */
public record Likelihoods(List<Double> same, List<Double> other) {

    private static final double ROUNDING = 0.01;

    /** @throws IllegalArgumentException saying what is wrong */
    public Likelihoods {
        same = checked(same, "same");
        other = checked(other, "other");
        for (int level = 1; level < Level.SPEAKING; level++) {
            if (weight(same, other, level) > weight(same, other, level - 1) + ROUNDING) {
                throw new IllegalArgumentException(
                        Level.at(level) + " must not speak more for one lead than " + Level.at(level - 1));
            }
        }
    }

    /** The logarithm to base 2 of how much commoner a level is among pairs of one lead. A missing value counts nothing. */
    public double weight(Level level) {
        return level.speaks() ? weight(same, other, level.rank()) : 0;
    }

    private static double weight(List<Double> same, List<Double> other, int level) {
        return Math.log(same.get(level) / other.get(level)) / Math.log(2);
    }

    private static List<Double> checked(List<Double> shares, String name) {
        double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
        if (shares.size() != Level.SPEAKING
                || shares.stream().anyMatch(share -> !(share > 0))
                || Math.abs(sum - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    name + " must be " + Level.SPEAKING + " shares above 0 that add up to 1");
        }
        return List.copyOf(shares);
    }
}
