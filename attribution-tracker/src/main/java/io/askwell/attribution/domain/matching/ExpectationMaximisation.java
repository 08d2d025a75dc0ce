package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Learns weights from pairs of which nobody said whether they are one. Two kinds of pairs are counted by their levels: all that share a blocking
 * key, and a sample of any two records, which stands for the whole. In turns, the weights say how probable each blocked pair is (the expectation),
 * and the probable pairs say how often each level occurs among pairs of one lead (the maximisation), until nothing moves: Winkler, Using the EM
 * Algorithm for Weight Computation in the Fellegi-Sunter Model of Record Linkage, 2000. Other pairs are the whole without what is probably one;
 * that they are taken from the whole, not from the blocks, follows Linacre et al., Splink, 2022. Deterministic.
 */
public final class ExpectationMaximisation {

    private static final int LAST = Level.SPEAKING - 1;
    private static final int MOST_ROUNDS = 300;
    private static final double SETTLED = 1e-4;
    /** What matches look like before anything is learned, and as so many imagined ones ever after, so that no share is 0. */
    private static final double[] BEGINNING = {0.7, 0.15, 0.07, 0.03, 0.05};

    private static final double IMAGINED = 20;

    /** Of two hundred pairs of one thing, one has a field past recognition, whatever the data show. */
    private static final double LEAST_DIFFERENT = 0.005;

    private static final double BEGINNING_SHARE_OF_BLOCKED = 0.1;
    private static final double RAREST = 1e-7;

    private final List<Field> fields;
    private final List<Pattern> blocked = new ArrayList<>();
    private final double allPairs;
    private final double[][][] whole;
    private final double[][][] same;
    private final double[][][] other;
    private double prior;

    private ExpectationMaximisation(
            List<Field> fields,
            Map<Levels, Long> blocked,
            Map<Levels, Long> sample,
            double allPairs,
            Function<Levels, Known> rules) {
        this.fields = fields;
        this.allPairs = allPairs;
        whole = table();
        same = table();
        other = table();
        FieldCells cells = new FieldCells(fields);
        blocked.forEach((levels, count) -> this.blocked.add(new Pattern(cells.of(levels), count, rules.apply(levels))));
        double sampled = sample.values().stream().mapToLong(Long::longValue).sum();
        sample.forEach((levels, count) -> FieldCells.add(whole, cells.of(levels), count * allPairs / sampled));
        prior = BEGINNING_SHARE_OF_BLOCKED * blockedPairs() / allPairs;
    }

    /** @param rounds until the weights had settled */
    public record Learned(MatchWeights weights, int rounds) {}

    /** How many blocked pairs look like this. */
    private static final class Pattern {

        final int[] cells;
        final double count;
        final Known known;

        Pattern(int[] cells, double count, Known known) {
            this.cells = cells;
            this.count = count;
            this.known = known;
        }
    }

    /**
     * @param blocked how many of the pairs that share a blocking key have each pattern
     * @param sample the same of pairs taken at random from all
     * @param allPairs how many pairs there are, blocked or not
     * @param rules of patterns that are known; what fields look like is learned from them as from the others
     * @throws IllegalArgumentException when there is nothing to learn from
     */
    public static Learned learn(
            List<Field> fields,
            Map<Levels, Long> blocked,
            Map<Levels, Long> sample,
            double allPairs,
            Function<Levels, Known> rules) {
        if (blocked.isEmpty() || sample.isEmpty()) {
            throw new IllegalArgumentException("there is no pair to learn from");
        }
        return new ExpectationMaximisation(fields, blocked, sample, allPairs, rules).learn();
    }

    private Learned learn() {
        for (double[][] rows : same) {
            for (double[] row : rows) {
                System.arraycopy(BEGINNING, 0, row, 0, row.length);
            }
        }
        maximiseOther(table(), table());
        int round = 0;
        double moved = 1;
        while (round < MOST_ROUNDS && moved > SETTLED) {
            moved = round();
            round++;
        }
        return new Learned(weights(), round);
    }

    /** @return by how much the prior, relatively, or a share of the matches moved */
    private double round() {
        double[][][] matching = table();
        double[][][] differing = table();
        double matches = 0;
        for (Pattern pattern : blocked) {
            double probability = probability(pattern);
            matches += probability * pattern.count;
            FieldCells.add(matching, pattern.cells, probability * pattern.count);
            FieldCells.add(differing, pattern.cells, (1 - probability) * pattern.count);
        }
        double before = prior;
        prior = Math.clamp(matches / allPairs, 1 / allPairs, 0.5);
        double[] sharesBefore = shares();
        maximiseSame(matching);
        maximiseOther(matching, differing);
        inOrder();
        return Math.max(Math.abs(prior - before) / prior, farthest(sharesBefore, shares()));
    }

    private double probability(Pattern pattern) {
        return switch (pattern.known) {
            case ONE -> 1;
            case TWO -> 0;
            case OPEN -> MatchScore.probability(weight(pattern));
        };
    }

    private double weight(Pattern pattern) {
        double odds = Math.log(prior / (1 - prior));
        for (int field = 0; field < pattern.cells.length; field++) {
            int cell = pattern.cells[field];
            if (cell != FieldCells.NONE) {
                int row = FieldCells.row(cell);
                int level = FieldCells.level(cell);
                odds += Math.log(same[field][row][level] / other[field][row][level]);
            }
        }
        return odds / Math.log(2);
    }

    private void maximiseSame(double[][][] matching) {
        for (int field = 0; field < same.length; field++) {
            for (int row = 0; row < same[field].length; row++) {
                double[] counts = matching[field][row];
                double total = Arrays.stream(counts).sum() + IMAGINED;
                for (int level = 0; level < Level.SPEAKING; level++) {
                    same[field][row][level] = (counts[level] + IMAGINED * BEGINNING[level]) / total;
                }
                raise(same[field][row], LAST, LEAST_DIFFERENT);
            }
        }
    }

    /** The other shares make room. */
    private static void raise(double[] shares, int level, double least) {
        if (shares[level] < least) {
            double scale = (1 - least) / (1 - shares[level]);
            Arrays.setAll(shares, other -> other == level ? least : shares[other] * scale);
        }
    }

    /** The whole without the matches; where a sample is too small to show a rare level, what the blocks show of it. */
    private void maximiseOther(double[][][] matching, double[][][] differing) {
        for (int field = 0; field < other.length; field++) {
            for (int row = 0; row < other[field].length; row++) {
                double[] counts = new double[Level.SPEAKING];
                for (int level = 0; level < Level.SPEAKING; level++) {
                    counts[level] = Math.max(
                            whole[field][row][level] - matching[field][row][level], differing[field][row][level]);
                }
                double total = Arrays.stream(counts).sum();
                double least = total == 0 ? 1 : total * RAREST;
                double smoothed = total + least * Level.SPEAKING;
                for (int level = 0; level < Level.SPEAKING; level++) {
                    other[field][row][level] = (counts[level] + least) / smoothed;
                }
            }
        }
    }

    /** A more alike level never speaks less for one lead: neighbours that disagree share what they have until none do. */
    private void inOrder() {
        for (int field = 0; field < same.length; field++) {
            for (int row = 0; row < same[field].length; row++) {
                new Monotone(same[field][row], other[field][row]).settle();
            }
        }
    }

    private double[] shares() {
        return Arrays.stream(same)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double farthest(double[] before, double[] now) {
        double farthest = 0;
        for (int i = 0; i < now.length; i++) {
            farthest = Math.max(farthest, Math.abs(now[i] - before[i]));
        }
        return farthest;
    }

    private MatchWeights weights() {
        List<FieldWeights> weights = new ArrayList<>();
        for (int field = 0; field < fields.size(); field++) {
            weights.add(new FieldWeights(
                    fields.get(field),
                    likelihoods(field, 0),
                    fields.get(field).given() == null ? null : likelihoods(field, 1)));
        }
        return new MatchWeights(prior, weights);
    }

    private Likelihoods likelihoods(int field, int row) {
        return new Likelihoods(
                Arrays.stream(same[field][row]).boxed().toList(),
                Arrays.stream(other[field][row]).boxed().toList());
    }

    private double[][][] table() {
        return new double[fields.size()][2][Level.SPEAKING];
    }

    private double blockedPairs() {
        return blocked.stream().mapToDouble(pattern -> pattern.count).sum();
    }
}
