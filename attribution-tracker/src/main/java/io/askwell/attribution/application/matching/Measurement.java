package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.Known;
import io.askwell.attribution.domain.matching.Levels;
import io.askwell.attribution.domain.matching.MatchRecord;
import io.askwell.attribution.domain.matching.MatchScore;
import io.askwell.attribution.domain.matching.RecordComparison;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Compares all pairs of the blocks and sets what the weights say of them beside the truth. */
final class Measurement {

    /** Pairs are joined into groups from here on, as the service merges. */
    static final double MERGED_FROM = 0.95;

    static final List<Double> THRESHOLDS = DoubleStream.of(0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99)
            .boxed()
            .toList();

    private final Dataset dataset;
    private final Blocks blocks;
    private final RecordComparison comparison;
    private final ToDoubleFunction<Levels> weight;

    /** @param weight of a pattern, in bits */
    Measurement(Dataset dataset, Blocks blocks, ToDoubleFunction<Levels> weight) {
        this.dataset = dataset;
        this.blocks = blocks;
        this.comparison = new RecordComparison(dataset.fields());
        this.weight = weight;
    }

    /** What a pattern says, and how many pairs have it. */
    private static final class Pattern {

        final double probability;
        long pairs;
        long truePairs;

        Pattern(double probability) {
            this.probability = probability;
        }
    }

    /** Ours and the reference take turns, and the better of each is told. */
    Findings measure(int turns) {
        Map<Levels, Pattern> patterns = Map.of();
        Groups groups = new Groups(0);
        Pace ours = Pace.NONE;
        Pace reference = Pace.NONE;
        for (int turn = 0; turn < turns; turn++) {
            Map<Levels, Pattern> seen = new HashMap<>();
            Groups joined = new Groups(dataset.records().size());
            ours = ours.orFaster(Pace.of(() -> compareAll(seen, joined)));
            reference = reference.orFaster(Pace.of(this::compareAllForEquality));
            patterns = seen;
            groups = joined;
        }
        return findings(patterns, groups, ours, reference);
    }

    private long compareAll(Map<Levels, Pattern> patterns, Groups groups) {
        long[] pairs = new long[1];
        blocks.forEachPair((one, other) -> {
            Levels levels = comparison.compare(
                    dataset.records().get(one), dataset.records().get(other));
            Pattern pattern = patterns.computeIfAbsent(levels, unseen -> new Pattern(probability(unseen)));
            pattern.pairs++;
            if (dataset.same(one, other)) {
                pattern.truePairs++;
            }
            if (pattern.probability >= MERGED_FROM) {
                groups.join(one, other);
            }
            pairs[0]++;
        });
        return pairs[0];
    }

    private double probability(Levels levels) {
        return dataset.rules().apply(levels) == Known.ONE ? 1 : MatchScore.probability(weight.applyAsDouble(levels));
    }

    /** The reference: the same pairs of the same blocks, every field looked at, but only for being equal. */
    private long compareAllForEquality() {
        long[] pairs = new long[1];
        long[] equal = new long[dataset.fields().size() + 1];
        blocks.forEachPair((one, other) -> {
            equal[equalFields(dataset.records().get(one), dataset.records().get(other))]++;
            pairs[0]++;
        });
        return pairs[0];
    }

    private int equalFields(MatchRecord one, MatchRecord other) {
        int equal = 0;
        for (int field = 0; field < one.size(); field++) {
            var value = one.at(field);
            if (value != null && value.equals(other.at(field))) {
                equal++;
            }
        }
        return equal;
    }

    private Findings findings(Map<Levels, Pattern> patterns, Groups groups, Pace ours, Pace reference) {
        long truePairs = dataset.truePairs();
        long found = patterns.values().stream()
                .mapToLong(pattern -> pattern.truePairs)
                .sum();
        return new Findings(
                dataset.records().size(),
                truePairs,
                ours.pairs(),
                dataset.allPairs(),
                found,
                blocks.passedOver(),
                blocks.largestPassedOver(),
                THRESHOLDS.stream()
                        .map(threshold -> quality(threshold, patterns, truePairs))
                        .toList(),
                new Quality(MERGED_FROM, groups.pairs(), groups.truePairs(dataset), truePairs),
                ours,
                reference);
    }

    private static Quality quality(double threshold, Map<Levels, Pattern> patterns, long truePairs) {
        long said = 0;
        long right = 0;
        for (Pattern pattern : patterns.values()) {
            if (pattern.probability >= threshold) {
                said += pattern.pairs;
                right += pattern.truePairs;
            }
        }
        return new Quality(threshold, said, right, truePairs);
    }
}
