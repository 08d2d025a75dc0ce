package io.askwell.attribution.domain.matching;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How sure it is that two leads are one, and why.
 *
 * @param contributions what counted, the prior first; fields that are missing on a side are among them and count nothing
 */
public record MatchScore(List<Contribution> contributions) {

    public MatchScore {
        contributions = List.copyOf(contributions);
    }

    /** The sum of all contributions, in bits. */
    public double weight() {
        return contributions.stream().mapToDouble(Contribution::weight).sum();
    }

    /** From 0 to 1. */
    public double probability() {
        return probability(weight());
    }

    /** The probability that odds with this logarithm to base 2 say. */
    public static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }

    /** For people: the probability, then what counted, the heaviest first. */
    public String sentence() {
        return String.format(Locale.ROOT, "%.1f %% likely the same lead: ", 100 * probability())
                + contributions.stream()
                        .filter(contribution -> contribution.weight() != 0)
                        .sorted(Comparator.comparingDouble(
                                (Contribution contribution) -> -Math.abs(contribution.weight())))
                        .map(Contribution::sentence)
                        .collect(Collectors.joining(", "))
                + ".";
    }
}
