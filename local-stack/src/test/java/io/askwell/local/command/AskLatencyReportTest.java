package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.bench.AskLatencyResult;
import io.askwell.local.bench.AskLatencyResult.CommitInterval;
import io.askwell.local.bench.Latencies;
import io.askwell.local.bench.LatencyPlan;
import io.askwell.local.bench.Machine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AskLatencyReportTest {

    @Test
    void namesTheRunsTheBoundAndTheRatio() {
        assertThat(AskLatencyReport.text(result(150)).lines().map(String::stripTrailing))
                .contains(
                        "ask-latency: 500 signals/s for 60 s, from 202 to the pending ask, against Kafka's EndToEndLatency (1,240 bytes)",
                        "1       ask-latency      3,000  80.0 ms   150.0 ms",
                        "1       EndToEndLatency  3,000  1.0 ms    10.0 ms",
                        "median  bound                   101.0 ms  110.0 ms",
                        "Commit intervals on the way: scorer 100.0 ms. Bound: reference + 100.0 ms.",
                        "Ratio to the bound: p50 0.79, p99 1.36 (goal 2.0 at p99: reached).");
    }

    @Test
    void saysPlainlyThatTheGoalWasMissed() {
        assertThat(AskLatencyReport.text(result(330))).contains("p99 3.00 (goal 2.0 at p99: MISSED)");
        assertThat(AskLatencyReport.values(result(330)))
                .containsEntry("ratioP99", 3.0)
                .containsEntry("goalReached", false);
    }

    private static AskLatencyResult result(long p99) {
        return new AskLatencyResult(
                new Machine(2, "a processor", 8L << 30, "a JDK", "a system"),
                new LatencyPlan(500, Duration.ofSeconds(60), 1),
                List.of(new Latencies(3_000, Duration.ofMillis(80), Duration.ofMillis(p99))),
                List.of(new Latencies(3_000, Duration.ofMillis(1), Duration.ofMillis(10))),
                List.of(new CommitInterval("scorer", Duration.ofMillis(100))),
                1_240);
    }
}
