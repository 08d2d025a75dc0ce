package io.askwell.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.askwell.local.bench.AskLatencyResult.CommitInterval;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AskLatencyTest {

    private static final LatencyPlan PLAN = new LatencyPlan(500, Duration.ofSeconds(60), 3);
    private static final Machine MACHINE = new Machine(2, "a processor", 1L << 30, "a JDK", "a system");

    @Test
    void aPercentileIsTheNearestRank() {
        var latencies = Latencies.of(LongStream.rangeClosed(1, 200).toArray());

        assertThat(latencies).isEqualTo(new Latencies(200, Duration.ofNanos(100), Duration.ofNanos(198)));
        assertThat(Latencies.of(new long[] {7})).isEqualTo(new Latencies(1, Duration.ofNanos(7), Duration.ofNanos(7)));
    }

    @Test
    void theRatioIsThatOfTheMediansToTheReferenceWithAllCommitIntervals() {
        var result = new AskLatencyResult(
                MACHINE,
                PLAN,
                List.of(millis(200, 260), millis(180, 220), millis(900, 9_000)),
                List.of(millis(2, 10), millis(1, 9), millis(3, 40)),
                List.of(
                        new CommitInterval("one", Duration.ofMillis(100)),
                        new CommitInterval("two", Duration.ofMillis(20))),
                1_200);

        assertThat(result.boundP50()).isEqualTo(Duration.ofMillis(122));
        assertThat(result.boundP99()).isEqualTo(Duration.ofMillis(130));
        assertThat(result.ratioP99()).isEqualTo(2.0);
        assertThat(result.reachesGoal()).isTrue();
    }

    @Test
    void oneSignalInTenIsTheMomentOfACustomerWhoWasPreparedForIt() {
        var signals = BenchSignal.ofARun("run-1", PLAN.signalsOfARun(), 1);
        var prepared = new HashSet<>(BenchSignal.beforeTheMoment("run-1", PLAN.askableOfARun()).stream()
                .map(BenchSignal::customerId)
                .toList());

        assertThat(signals).hasSize(30_000);
        assertThat(signals.stream().map(BenchSignal::customerId).filter(BenchSignal::isAskable))
                .hasSize(3_000)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(prepared);
        assertThat(signals.stream().map(AskLatencyTest::identity)).doesNotHaveDuplicates();
    }

    @Test
    void anEmptyPlanIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new LatencyPlan(9, Duration.ofSeconds(60), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new LatencyPlan(500, Duration.ZERO, 1));
    }

    private static String identity(BenchSignal signal) {
        return JsonMapper.shared().readTree(signal.json()).path("id").asString();
    }

    private static Latencies millis(long p50, long p99) {
        return new Latencies(1_000, Duration.ofMillis(p50), Duration.ofMillis(p99));
    }
}
