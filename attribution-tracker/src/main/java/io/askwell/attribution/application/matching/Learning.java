package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.ExpectationMaximisation;
import io.askwell.attribution.domain.matching.ExpectationMaximisation.Learned;
import io.askwell.attribution.domain.matching.Levels;
import io.askwell.attribution.domain.matching.RecordComparison;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Learns weights from the records of a data set without looking at the truth. */
final class Learning {

    private static final int SAMPLE = 1_000_000;

    private final Dataset dataset;
    private final Blocks blocks;
    private final RecordComparison comparison;

    Learning(Dataset dataset, Blocks blocks) {
        this.dataset = dataset;
        this.blocks = blocks;
        this.comparison = new RecordComparison(dataset.fields());
    }

    Learned learn(long seed) {
        Map<Levels, Long> blocked = new HashMap<>();
        blocks.forEachPair((one, other) -> count(blocked, one, other));
        return ExpectationMaximisation.learn(
                dataset.fields(), blocked, sample(seed), (double) dataset.allPairs(), dataset.rules());
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
