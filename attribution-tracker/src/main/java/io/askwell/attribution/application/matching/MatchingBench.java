package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.ExpectationMaximisation.Learned;
import io.askwell.attribution.domain.matching.Field;
import io.askwell.attribution.domain.matching.LeadMatcher;
import io.askwell.attribution.domain.matching.Levels;
import io.askwell.attribution.domain.matching.MatchWeights;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How well and how fast records are matched: generated leads as the service matches leads, or any records of a file. */
public final class MatchingBench {

    private static final int TURNS = 3;

    private final Progress progress;

    public MatchingBench(Progress progress) {
        this.progress = progress;
    }

    /** Is told what is done now. */
    public interface Progress {
        void step(int number, int of, String what);
    }

    /**
     * @param learned how many rounds of learning there were; absent where weights were given
     * @param weights by which pairs were judged
     */
    public record Result(Findings findings, Optional<Integer> learned, MatchWeights weights) {}

    /**
     * @param seed of the leads that are matched
     * @param shipped the weights of the service; null to learn them from leads of the seed before, which are others
     */
    public Result leads(int records, long seed, @Nullable MatchWeights shipped) {
        MatchWeights weights = shipped;
        Optional<Integer> rounds = Optional.empty();
        if (weights == null) {
            progress.step(1, 4, "learning from %,d generated leads of seed %d".formatted(records, seed - 1));
            Dataset training = LeadDataset.of(new LeadGenerator(seed - 1).leads(records));
            Learned learned = new Learning(training, new Blocks(training)).learn(seed - 1);
            weights = learned.weights();
            rounds = Optional.of(learned.rounds());
        }
        progress.step(2, 4, "generating %,d leads of seed %d".formatted(records, seed));
        Dataset dataset = LeadDataset.of(new LeadGenerator(seed).leads(records));
        LeadMatcher matcher = new LeadMatcher(weights);
        Findings findings = measured(
                dataset, new Blocks(dataset), levels -> matcher.score(levels).weight());
        return new Result(findings, rounds, weights);
    }

    /**
     * @param text of the file
     * @param given says the weights of the fields; null to learn them from the file, without looking at its truth
     * @throws IllegalArgumentException saying what of the file does not fit its mapping
     */
    public Result table(String text, FieldMapping mapping, @Nullable Function<List<Field>, MatchWeights> given) {
        progress.step(1, 4, "reading");
        Dataset dataset = TableDataset.of(CsvTable.parse(text), mapping);
        Blocks blocks = new Blocks(dataset);
        if (given != null) {
            MatchWeights weights = given.apply(dataset.fields());
            return new Result(measured(dataset, blocks, weights::weight), Optional.empty(), weights);
        }
        progress.step(
                2, 4, "learning from %,d records".formatted(dataset.records().size()));
        Learned learned = new Learning(dataset, blocks).learnUnknown(1);
        return new Result(
                measured(dataset, blocks, learned.weights()::weight), Optional.of(learned.rounds()), learned.weights());
    }

    /** Generated leads as a table, for whoever wants to try something else on them. */
    public static String generated(int records, long seed) {
        return LeadTable.of(new LeadGenerator(seed).leads(records));
    }

    private Findings measured(Dataset dataset, Blocks blocks, ToDoubleFunction<Levels> weight) {
        progress.step(3, 4, "comparing %,d records".formatted(dataset.records().size()));
        return new Measurement(dataset, blocks, weight).measure(TURNS);
    }
}
