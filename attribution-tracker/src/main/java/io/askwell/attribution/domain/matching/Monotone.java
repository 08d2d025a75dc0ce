package io.askwell.attribution.domain.matching;

import java.util.Arrays;

/**
 * Brings the shares of levels into an order in which a more alike level never speaks less for one lead: neighbours in the wrong order are given
 * one ratio, that of their sums, until none are (pool adjacent violators; Barlow et al., Statistical Inference under Order Restrictions, 1972).
 */
final class Monotone {

    private final double[] same;
    private final double[] other;

    Monotone(double[] same, double[] other) {
        this.same = same;
        this.other = other;
    }

    /** Both arrays are changed in place; the sums of {@code same} and {@code other} stay. */
    void settle() {
        int[] begins = new int[same.length + 1];
        int pools = 0;
        for (int level = 0; level < same.length; level++) {
            begins[pools++] = level;
            while (pools > 1 && ratio(begins[pools - 2], begins[pools - 1]) < ratio(begins[pools - 1], level + 1)) {
                pools--;
            }
        }
        begins[pools] = same.length;
        for (int pool = 0; pool < pools; pool++) {
            level(begins[pool], begins[pool + 1]);
        }
    }

    private void level(int from, int to) {
        if (to - from > 1) {
            double ratio = ratio(from, to);
            for (int level = from; level < to; level++) {
                same[level] = ratio * other[level];
            }
        }
    }

    private double ratio(int from, int to) {
        return Arrays.stream(same, from, to).sum()
                / Arrays.stream(other, from, to).sum();
    }
}
