package io.askwell.attribution.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pairs are drawn from a known truth, which the learner is not told. */
class ExpectationMaximisationTest {

    private static final List<Field> FIELDS = List.of(
            new Field("name", FieldKind.NAME),
            new Field("suburb", FieldKind.TEXT),
            new Field("born", FieldKind.DATE),
            new Field("postcode", FieldKind.CODE, "suburb"));

    private static final double[] SAME = {0.75, 0.12, 0.06, 0.03, 0.04};
    private static final double[] OTHER = {0.002, 0.003, 0.005, 0.02, 0.97};
    private static final double[] OTHER_NEIGHBOURS = {0.6, 0.1, 0.1, 0.1, 0.1};

    private static final int MATCHES = 4_000;
    private static final int OTHERS = 400_000;

    private final Random random = new Random(5);
    private final Map<Levels, Long> all = new HashMap<>();

    @Test
    void knownSharesAreFoundWithoutATruth() {
        drawAll();
        ExpectationMaximisation.Learned learned = learn();

        assertThat(learned.weights().prior()).isEqualTo(MATCHES / (double) (MATCHES + OTHERS), within(0.001));
        for (FieldWeights field : learned.weights().fields()) {
            for (int level = 0; level < Level.SPEAKING; level++) {
                assertThat(field.usual().same().get(level))
                        .as("same %s %s", field.field().name(), Level.at(level))
                        .isEqualTo(SAME[level], within(0.04));
                assertThat(field.usual().other().get(level))
                        .as("other %s %s", field.field().name(), Level.at(level))
                        .isEqualTo(OTHER[level], within(0.002));
            }
        }
    }

    @Test
    void whatAgreesOfNeighboursAnywayCountsLittle() {
        drawAll();
        FieldWeights postcode = learn().weights().fields().get(3);

        assertThat(postcode.weight(Level.EXACT, true)).isBetween(-0.5, 1.0);
        assertThat(postcode.weight(Level.EXACT, false)).isGreaterThan(6);
    }

    @Test
    void whatBelongsTogetherIsFoundOut() {
        drawAll();
        Map<Levels, Double> others = new HashMap<>();
        all.forEach((levels, count) -> others.put(levels, (double) count));
        List<Field> unknown = FIELDS.stream()
                .map(field -> new Field(field.name(), field.kind()))
                .toList();

        assertThat(Dependence.found(unknown, others, Set.of("name", "born")))
                .extracting(Field::given)
                .containsExactly(null, null, null, "suburb");
    }

    @Test
    void theSamePairsTeachTheSame() {
        drawAll();

        assertThat(learn()).isEqualTo(learn());
    }

    @Test
    void rulesAreBelievedWhateverTheRestSays() {
        drawAll();
        MatchWeights weights = ExpectationMaximisation.learn(
                        FIELDS,
                        all,
                        all,
                        MATCHES + OTHERS,
                        levels -> levels.at(0) == Level.DIFFERENT ? Known.TWO : Known.OPEN)
                .weights();

        assertThat(weights.fields().getFirst().usual().same().getLast()).isLessThan(0.01);
    }

    @Test
    void nothingTeachesNothing() {
        assertThatThrownBy(() -> ExpectationMaximisation.learn(FIELDS, Map.of(), Map.of(), 1, levels -> Known.OPEN))
                .hasMessage("there is no pair to learn from");
    }

    private ExpectationMaximisation.Learned learn() {
        return ExpectationMaximisation.learn(FIELDS, all, all, MATCHES + OTHERS, levels -> Known.OPEN);
    }

    private void drawAll() {
        for (int i = 0; i < MATCHES; i++) {
            draw(SAME, SAME);
        }
        for (int i = 0; i < OTHERS; i++) {
            draw(OTHER, OTHER_NEIGHBOURS);
        }
    }

    private void draw(double[] shares, double[] sharesOfNeighbours) {
        long levels = 0;
        Level suburb = Level.DIFFERENT;
        for (int field = 0; field < FIELDS.size(); field++) {
            boolean dependent = field == 3 && suburb.agrees();
            Level level = random.nextInt(10) == 0 ? Level.MISSING : level(dependent ? sharesOfNeighbours : shares);
            suburb = field == 1 ? level : suburb;
            levels = Levels.with(levels, field, level);
        }
        all.merge(new Levels(levels), 1L, Long::sum);
    }

    private Level level(double[] shares) {
        double drawn = random.nextDouble();
        int level = 0;
        while (level < Level.SPEAKING - 1 && drawn >= shares[level]) {
            drawn -= shares[level];
            level++;
        }
        return Level.at(level);
    }
}
