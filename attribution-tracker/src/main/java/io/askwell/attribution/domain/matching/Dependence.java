package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds fields that agree together among records of different things, as a suburb and its postcode or the telephone and the website of
 * colleagues: counted as if each said something new, they would outweigh a different name. Each such field is given one on which it
 * depends, so that only what it says beyond that counts. The strongest dependences that make no circle are kept: Chow and Liu, Approximating
 * Discrete Probability Distributions with Dependence Trees, 1968.
 */
public final class Dependence {

    /** How many times commoner than by chance two agreements must be together. */
    private static final double LEAST_LIFT = 3;

    private static final double LEAST_PAIRS = 20;
    private static final int NONE = -1;

    private final List<Field> fields;
    private final double[] alone;
    private final double[][] together;
    private double pairs;

    private Dependence(List<Field> fields) {
        this.fields = fields;
        this.alone = new double[fields.size()];
        this.together = new double[fields.size()][fields.size()];
    }

    /**
     * @param others pairs of records, nearly all of different things, and how many have each pattern
     * @param independent names of fields that neither are given anything nor are given, since they tell one thing from another
     * @return the fields, each with what it is given
     */
    public static List<Field> found(List<Field> fields, Map<Levels, Double> others, Set<String> independent) {
        Dependence dependence = new Dependence(fields);
        others.forEach(dependence::count);
        return dependence.fields(independent);
    }

    private void count(Levels levels, double count) {
        pairs += count;
        for (int one = 0; one < alone.length; one++) {
            if (levels.at(one).agrees()) {
                alone[one] += count;
                for (int other = 0; other < one; other++) {
                    together[one][other] += levels.at(other).agrees() ? count : 0;
                }
            }
        }
    }

    /** Two fields and how much their agreements tell of one another, weighed by how often. */
    private record Bond(int one, int other, double strength) {}

    private List<Field> fields(Set<String> independent) {
        int[] trees = IntStream.range(0, fields.size()).toArray();
        List<Bond> kept = new ArrayList<>();
        for (Bond bond : bonds(independent)) {
            int joined = trees[bond.one];
            int into = trees[bond.other];
            if (joined != into) {
                kept.add(bond);
                Arrays.setAll(trees, field -> trees[field] == joined ? into : trees[field]);
            }
        }
        int[] given = given(kept);
        return IntStream.range(0, fields.size())
                .mapToObj(field -> given(fields.get(field), given[field]))
                .toList();
    }

    private Field given(Field plain, int given) {
        return given == NONE
                ? plain
                : new Field(plain.name(), plain.kind(), fields.get(given).name());
    }

    /** The strongest first. */
    private List<Bond> bonds(Set<String> independent) {
        List<Bond> bonds = new ArrayList<>();
        for (int one = 0; one < fields.size(); one++) {
            for (int other = 0; other < one; other++) {
                double both = together[one][other];
                double lift = both * pairs / (alone[one] * alone[other]);
                boolean free = !independent.contains(fields.get(one).name())
                        && !independent.contains(fields.get(other).name());
                if (free && both >= LEAST_PAIRS && lift >= LEAST_LIFT) {
                    bonds.add(new Bond(one, other, both * Math.log(lift)));
                }
            }
        }
        bonds.sort(Comparator.comparingDouble(Bond::strength).reversed());
        return bonds;
    }

    /** Each tree hangs from its first field. */
    private int[] given(List<Bond> bonds) {
        int[] given = new int[fields.size()];
        Arrays.fill(given, NONE);
        boolean[] reached = new boolean[fields.size()];
        for (int root = 0; root < fields.size(); root++) {
            if (!reached[root]) {
                hang(root, bonds, given, reached);
            }
        }
        return given;
    }

    private static void hang(int field, List<Bond> bonds, int[] given, boolean[] reached) {
        reached[field] = true;
        for (Bond bond : bonds) {
            int next = bond.one == field ? bond.other : bond.one;
            if ((bond.one == field || bond.other == field) && !reached[next]) {
                given[next] = field;
                hang(next, bonds, given, reached);
            }
        }
    }
}
