package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.bench.AttributionPlan;
import io.askwell.local.bench.AttributionResult;
import io.askwell.local.bench.AttributionRun;
import io.askwell.local.bench.AttributionRun.Copied;
import io.askwell.local.bench.AttributionRun.Pace;
import io.askwell.local.bench.Machine;
import io.askwell.local.bench.Run;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AttributionReportTest {

    @Test
    void namesTheRunsThePacesTheTablesAndTheRatio() {
        assertThat(AttributionReport.text(result(2)).lines().map(String::stripTrailing))
                .contains(
                        "attribution: 10,000 leads after 500, a tenth of them repeats, seed 1, against COPY of the rows that they leave",
                        "1       10,000  2.0 s  1.0 s  5,000    10,000 leads/s  5,000 leads/s  7",
                        "median                        5,000    10,000 leads/s  5,000 leads/s",
                        "1    0             500    5,000    10,000",
                        "lead_fact *  10,000   1.0 s",
                        "lead_block   130,000  1.0 s",
                        "Ratio 0.500 of the leads/s of COPY of facts, records and keys (goal 0.3: reached); 1.000 of COPY of all that is kept.");
    }

    @Test
    void saysPlainlyThatTheGoalWasMissed() {
        assertThat(AttributionReport.text(result(20))).contains("Ratio 0.050").contains("goal 0.3: MISSED");
        assertThat(AttributionReport.values(result(20)))
                .containsEntry("ratio", 0.05)
                .containsEntry("goalReached", false);
    }

    private static AttributionResult result(int seconds) {
        return new AttributionResult(
                new Machine(2, "a processor", 8L << 30, "a JDK", "a system"),
                1,
                new AttributionPlan(10_000, 500, 1),
                List.of(new AttributionRun(
                        new Run(10_000, Duration.ofSeconds(seconds), Duration.ofSeconds(1)),
                        List.of(new Pace(0, new Run(500, Duration.ofMillis(100), Duration.ofMillis(50)))),
                        7,
                        List.of(
                                new Copied("lead_fact", true, 10_000, Duration.ofSeconds(1)),
                                new Copied("lead_block", false, 130_000, Duration.ofSeconds(1))))));
    }
}
