package io.askwell.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FiguresOfRunsTest {

    private static final Offset<Double> EXACTLY = within(1e-9);
    private static final LoadSize SIZE = new LoadSize(1_000, 50);
    private static final Machine MACHINE = new Machine(2, "a processor", 1L << 30, "a JDK", "a system");

    @Test
    void throughputIsSignalsByTime() {
        var run = new Run(1_000, Duration.ofMillis(500), Duration.ofMillis(800));

        assertThat(run.perSecond()).isCloseTo(2_000, EXACTLY);
        assertThat(run.perCpuSecond()).isCloseTo(1_250, EXACTLY);
    }

    @Test
    void theMedianIsTheMiddleAndNoDisturbedRunMovesIt() {
        assertThat(Median.of(List.of(run(10), run(1_000), run(12)), Run::perSecond))
                .isCloseTo(12, EXACTLY);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Median.of(List.of(run(10), run(20)), Run::perSecond)).isCloseTo(15, EXACTLY);
    }

    @Test
    void theRatioIsThatOfTheMedians() {
        var comparison = new Comparison(List.of(run(30), run(50), run(40)), List.of(run(100), run(80), run(60)));

        assertThat(comparison.ratio()).isCloseTo(0.5, EXACTLY);
        assertThat(comparison.cpuRatio()).isCloseTo(0.5, EXACTLY);
    }

    @Test
    void theGoalIsHalfOfTheReference() {
        assertThat(result(50, Optional.empty()).reachesGoal()).isTrue();
        assertThat(result(49, Optional.empty()).reachesGoal()).isFalse();
    }

    @Test
    void aSlopeIsTheChangeAgainstTheSmallestSize() {
        var slope = slope(100, 95, 80);

        assertThat(slope.points()).map(slope::change).satisfies(changes -> {
            assertThat(changes.get(0)).isCloseTo(0, EXACTLY);
            assertThat(changes.get(1)).isCloseTo(-0.05, EXACTLY);
            assertThat(changes.get(2)).isCloseTo(-0.2, EXACTLY);
        });
    }

    @Test
    void aLossOfMoreThanATenthIsNotLinear() {
        assertThat(result(50, Optional.of(slope(100, 110, 91))).staysLinear()).isTrue();
        assertThat(result(50, Optional.of(slope(100, 110, 89))).staysLinear()).isFalse();
    }

    @Test
    void otherSizesHaveAsManySignalsACustomer() {
        assertThat(SIZE.withCustomers(200)).isEqualTo(new LoadSize(4_000, 200));
        assertThatIllegalArgumentException().isThrownBy(() -> new LoadSize(0, 1));
    }

    private static ScorerResult result(int ours, Optional<Slope> slope) {
        return new ScorerResult(MACHINE, 1, SIZE, new Comparison(List.of(run(ours)), List.of(run(100))), slope);
    }

    private static Slope slope(int... perSecond) {
        return new Slope(Arrays.stream(perSecond)
                .mapToObj(each -> new Slope.Point(SIZE, List.of(run(each))))
                .toList());
    }

    /** One that reads so many signals in a second of one core. */
    private static Run run(int perSecond) {
        return new Run(perSecond, Duration.ofSeconds(1), Duration.ofSeconds(1));
    }
}
