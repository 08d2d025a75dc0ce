package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.bench.Machine;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MatchingTextTest {

    private static final Machine MACHINE = new Machine(2, "a processor", 8L << 30, "a JDK", "a system");

    @Test
    void namesTheGoalsOfGeneratedLeadsAndWhetherTheyWereReached() {
        assertThat(text("generated", 0.9712).lines().map(String::stripTrailing))
                .contains(
                        "matching: 1,000 generated leads of seed 2, weights given",
                        "on 2 cores of a processor, 8.00 GiB of memory, a JDK, a system",
                        "500 pairs are one in truth. Blocking keeps 2,000 pairs (0.4000 % of all) and 0.9800 of the true ones (goal 0.99: MISSED).",
                        "3 keys were passed over because too many records share them, the commonest 77.",
                        "0.95              0.9900     0.9531  0.9712",
                        "joined from 0.95  0.9900     0.9531  0.9712")
                .anyMatch(line -> line.startsWith("Best F1 0.9712, from 0.95 on (goal 0.97: reached)."))
                .anyMatch(line -> line.startsWith("Ratio 0.250."));
    }

    @Test
    void aFileHasNoGoals() {
        assertThat(text("people.csv", 0.5))
                .contains("matching: 1,000 records of people.csv, weights given")
                .doesNotContain("goal");
    }

    private static String text(String data, double f1) {
        var quality = "{\"threshold\": 0.95, \"precision\": 0.99, \"recall\": 0.9531, \"f1\": %s}".formatted(f1);
        var report = """
                {"data": "%s", "seed": 2, "records": 1000, "truePairs": 500, "candidatePairs": 2000, "blockingRecall": 0.98,
                 "reductionRatio": 0.996, "keysPassedOver": 3, "largestKeyPassedOver": 77, "thresholds": [%s], "best": %s, "grouped": %s,
                 "ours": {"pairsPerSecond": 1000, "pairsPerCpuSecond": 2000},
                 "reference": {"pairsPerSecond": 4000, "pairsPerCpuSecond": 5000}, "ratio": 0.25, "weights": "version: matching-v0"}
                """.formatted(data, quality, quality, quality);
        return MatchingText.of(JsonMapper.shared().readTree(report), MACHINE, false);
    }
}
