package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.bench.LedgerPlan;
import io.askwell.local.bench.LedgerResult;
import io.askwell.local.bench.Machine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LedgerTextTest {

    private static final Machine MACHINE = new Machine(2, "a processor", 8L << 30, "a JDK", "a system");
    private static final LedgerPlan PLAN =
            new LedgerPlan(Path.of("pgbench"), "simple", 8, List.of(200, 50), 3, Duration.ofSeconds(10));

    @Test
    void comparesTheMedianOfTheFirstSizeWithTheMedianOfTheReference() {
        assertThat(text(900, 1000, 5000).lines().map(String::stripTrailing))
                .contains(
                        "ledger: one hot account, 3 runs of 10 s",
                        "on 2 cores of a processor, 8.00 GiB of memory, a JDK, a system",
                        "Ratio 9.00 at 200 transfers a transaction (goal 8: reached).",
                        "8 people who decide at once: 400 decisions a second together, 200 each in a transaction of its own.")
                .anyMatch(line -> line.matches("balance of the hot account +0.20 +1.50"))
                .anyMatch(line -> line.matches("transfers, 200 a transaction +9,000"))
                .anyMatch(line -> line.matches("transfers, 50 a transaction +4,500"))
                .anyMatch(line -> line.matches("pgbench, 8 clients, simple protocol +1,000"));
    }

    @Test
    void saysThatAGoalWasMissed() {
        assertThat(text(2000, 1200, 2100)).contains("Ratio 4.50 at 200 transfers a transaction (goal 8: MISSED).");
    }

    /** The ledger's runs are at 7,000, 9,000 and 9,100 transfers a second. */
    private static String text(double... reference) {
        var ours = Stream.of(7_000, 9_000, 9_100).map(LedgerTextTest::run).toList();
        var paces = Arrays.stream(reference).boxed().toList();
        return LedgerText.of(new LedgerResult(PLAN, MACHINE, ours, paces));
    }

    private static JsonNode run(int pace) {
        return JsonMapper.shared().readTree("""
                {"appending": [{"batch": 200, "transfersPerSecond": %d}, {"batch": 50, "transfersPerSecond": %d}],
                 "reads": {"balance": {"p50Millis": 0.2, "p99Millis": 1.5}},
                 "groupedDecisionsPerSecond": 400, "singleDecisionsPerSecond": 200}
                """.formatted(pace, pace / 2));
    }
}
