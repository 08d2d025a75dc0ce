package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.Dependence;
import io.askwell.attribution.domain.matching.ExpectationMaximisation;
import io.askwell.attribution.domain.matching.ExpectationMaximisation.Learned;
import io.askwell.attribution.domain.matching.Field;
import io.askwell.attribution.domain.matching.Known;
import io.askwell.attribution.domain.matching.Level;
import io.askwell.attribution.domain.matching.Levels;
import io.askwell.attribution.domain.matching.RecordComparison;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Learns weights from the records of a data set without looking at the truth. */
final class Learning {

    private static final int SAMPLE = 1_000_000;
    private static final double MOST_AGREEMENT_OF_TELLING = 0.01;

    private final Dataset dataset;
    private final Blocks blocks;
    private final RecordComparison comparison;
    private final Naming naming;

    Learning(Dataset dataset, Blocks blocks) {
        this.dataset = dataset;
        this.blocks = blocks;
        this.comparison = new RecordComparison(dataset.fields());
        this.naming = Naming.of(dataset.fields());
    }

    /** Of fields that say what they are given, as they are, and by their rules. */
    Learned learn(long seed) {
        return learn(dataset.fields(), blocked(), sample(seed), dataset.rules());
    }

    /** Of fields of which nothing is known but their kind: what each is given is found out first, and another name is another thing. */
    Learned learnUnknown(long seed) {
        Map<Levels, Long> blocked = blocked();
        Map<Levels, Long> sample = sample(seed);
        List<Field> fields = Dependence.found(dataset.fields(), others(blocked, sample), naming.fields());
        int[] telling = telling(sample);
        return learn(fields, blocked, sample, levels -> naming.known(levels, telling));
    }

    private Learned learn(
            List<Field> fields, Map<Levels, Long> blocked, Map<Levels, Long> sample, Function<Levels, Known> rules) {
        return ExpectationMaximisation.learn(fields, blocked, sample, (double) dataset.allPairs(), rules);
    }

    private Map<Levels, Long> blocked() {
        Map<Levels, Long> blocked = new HashMap<>();
        blocks.forEachPair((one, other) -> count(blocked, one, other));
        return blocked;
    }

    /** Fields but names that agree in one of a hundred pairs at most. */
    private int[] telling(Map<Levels, Long> sample) {
        return IntStream.range(0, dataset.fields().size())
                .filter(field -> !naming.isNaming(field))
                .filter(field -> counted(sample, field, Level::agrees)
                        <= MOST_AGREEMENT_OF_TELLING * counted(sample, field, Level::speaks))
                .toArray();
    }

    private static long counted(Map<Levels, Long> sample, int field, Predicate<Level> wanted) {
        return sample.entrySet().stream()
                .filter(pattern -> wanted.test(pattern.getKey().at(field)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /**
     * Pairs that differ in their names, and so are two things: those that were drawn stand for all, and blocks show what is rarely drawn, since
     * few records of two things agree in anything.
     */
    private Map<Levels, Double> others(Map<Levels, Long> blocked, Map<Levels, Long> sample) {
        double drawn = sample.values().stream().mapToLong(Long::longValue).sum();
        Map<Levels, Double> others = new HashMap<>();
        sample.forEach((levels, count) -> others.put(levels, count * dataset.allPairs() / drawn));
        blocked.forEach((levels, count) -> others.merge(levels, (double) count, Math::max));
        others.keySet().removeIf(levels -> !naming.isOtherName(levels));
        return others;
    }

    /** Of a small data set all pairs, of a large one some. */
    private Map<Levels, Long> sample(long seed) {
        Map<Levels, Long> sample = new HashMap<>();
        int records = dataset.records().size();
        if (dataset.allPairs() <= SAMPLE) {
            for (int one = 0; one < records; one++) {
                for (int other = one + 1; other < records; other++) {
                    count(sample, one, other);
                }
            }
            return sample;
        }
        Random random = new Random(seed);
        for (int i = 0; i < SAMPLE; i++) {
            int one = random.nextInt(records);
            int other = random.nextInt(records - 1);
            count(sample, one, other < one ? other : other + 1);
        }
        return sample;
    }

    private void count(Map<Levels, Long> patterns, int one, int other) {
        patterns.merge(
                comparison.compare(dataset.records().get(one), dataset.records().get(other)), 1L, Long::sum);
    }
}
