package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.bench.Comparison;
import io.askwell.local.bench.LoadSize;
import io.askwell.local.bench.Machine;
import io.askwell.local.bench.Run;
import io.askwell.local.bench.ScorerResult;
import io.askwell.local.bench.Slope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BenchReportTest {

    private static final LoadSize SIZE = new LoadSize(1_000_000, 50_000);
    private static final Machine MACHINE = new Machine(2, "a processor", 8L << 30, "a JDK", "a system");

    @Test
    void namesTheMachineTheRunsAndTheRatio() {
        assertThat(BenchReport.text(result(40_000, Optional.empty())).lines().map(String::stripTrailing))
                .contains(
                        "scorer: 1,000,000 signals of 50,000 customers, seed 1, against a bare Kafka Streams copy",
                        "on 2 cores of a processor, 8.00 GiB of memory, a JDK, a system",
                        "1       scorer  40,000   1.0 s  2.0 s  40,000     20,000",
                        "Ratio 0.800 of the copy's signals/s (goal 0.50: reached); 0.800 of its signals per CPU second.");
    }

    @Test
    void saysPlainlyThatAGoalWasMissed() {
        var slope = new Slope(List.of(
                new Slope.Point(new LoadSize(250_000, 12_500), List.of(run(10_000))),
                new Slope.Point(SIZE, List.of(run(8_000)))));

        assertThat(BenchReport.text(result(10_000, Optional.of(slope))))
                .contains("Ratio 0.200 of the copy's signals/s (goal 0.50: MISSED)")
                .contains("change by -20.0 % at worst against the smallest size (goal: -10 % or better: MISSED)");
    }

    @Test
    void theSameAsData() {
        assertThat(BenchReport.values(result(10_000, Optional.empty())))
                .containsEntry("ratio", 0.2)
                .containsEntry("goalReached", false)
                .doesNotContainKey("slope");
    }

    private static ScorerResult result(int perSecond, Optional<Slope> slope) {
        var comparison = new Comparison(List.of(run(perSecond)), List.of(run(50_000)));
        return new ScorerResult(MACHINE, 1, SIZE, comparison, slope);
    }

    private static Run run(int signals) {
        return new Run(signals, Duration.ofSeconds(1), Duration.ofSeconds(2));
    }
}
