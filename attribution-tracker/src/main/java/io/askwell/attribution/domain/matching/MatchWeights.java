package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What agreement and difference of each field count, in bits: each bit doubles the odds that two records are one.
 *
 * @param prior share of pairs of one lead among all pairs, before anything is compared; above 0 and below 1
 */
public record MatchWeights(double prior, List<FieldWeights> fields) {

    /** @throws IllegalArgumentException saying what is wrong */
    public MatchWeights {
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("prior must be above 0 and below 1");
        }
        fields = List.copyOf(fields);
        Set<String> names = new HashSet<>();
        for (FieldWeights weights : fields) {
            if (!names.add(weights.field().name())) {
                throw new IllegalArgumentException(weights.field().name() + " is there twice");
            }
        }
        for (FieldWeights weights : fields) {
            String given = weights.field().given();
            if (given != null && !names.contains(given)) {
                throw new IllegalArgumentException(
                        weights.field().name() + " is given " + given + ", which is no field");
            }
        }
    }

    /** The logarithm of the odds before anything is compared. */
    public double priorWeight() {
        return Math.log(prior / (1 - prior)) / Math.log(2);
    }

    /** The sum of the prior and of what each level counts. */
    public double weight(Levels levels) {
        double weight = priorWeight();
        for (int field = 0; field < fields.size(); field++) {
            weight += weight(levels, field);
        }
        return weight;
    }

    /** What each field of a pair counts, in the order of the fields, after the prior. */
    public List<Contribution> contributions(Levels levels) {
        List<Contribution> contributions = new ArrayList<>();
        contributions.add(new Contribution(Contribution.PRIOR, Level.MISSING, priorWeight()));
        for (int field = 0; field < fields.size(); field++) {
            contributions.add(
                    new Contribution(fields.get(field).field().name(), levels.at(field), weight(levels, field)));
        }
        return List.copyOf(contributions);
    }

    private double weight(Levels levels, int field) {
        FieldWeights weights = fields.get(field);
        return weights.weight(
                levels.at(field), givenAgrees(levels, weights.field().given()));
    }

    private boolean givenAgrees(Levels levels, @Nullable String given) {
        return given != null && levels.at(indexOf(given)).agrees();
    }

    private int indexOf(String name) {
        int field = 0;
        while (!fields.get(field).field().name().equals(name)) {
            field++;
        }
        return field;
    }
}
