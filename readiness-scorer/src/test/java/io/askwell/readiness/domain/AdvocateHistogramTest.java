package io.askwell.readiness.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdvocateHistogramTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 9, 10, 11, 99, 100, 101, 5_000})
    void theLineIsTheScoreOfTheLastInTheHighestTenthRoundedUp(int customers) {
        for (int distinct : List.of(1, 3, 40, 1_001)) {
            var random = new Random(customers * 31L + distinct);
            List<AdvocateScore> scores = Stream.generate(() -> new AdvocateScore(random.nextInt(distinct)))
                    .limit(customers)
                    .sorted(Collections.reverseOrder())
                    .toList();
            var last = scores.get((customers + 9) / 10 - 1);

            assertThat(of(scores).priorityLine().lowest()).isEqualTo(last);
        }
    }

    @Test
    void withoutCustomersNobodyIsAdmitted() {
        assertThat(AdvocateHistogram.EMPTY.priorityLine().admits(new AdvocateScore(1_000)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"500, true", "501, true", "499, false"})
    void theLineIsAmongThoseAdmitted(int tenths, boolean admitted) {
        assertThat(new PriorityLine(new AdvocateScore(500)).admits(new AdvocateScore(tenths)))
                .isEqualTo(admitted);
    }

    @Test
    void partsAddUpToTheWhole() {
        var random = new Random(7);
        List<AdvocateScore> scores = Stream.generate(() -> new AdvocateScore(random.nextInt(1_001)))
                .limit(900)
                .toList();

        var parts = Stream.of(scores.subList(0, 1), scores.subList(1, 500), scores.subList(500, 900))
                .map(AdvocateHistogramTest::of)
                .reduce(AdvocateHistogram.EMPTY, AdvocateHistogram::plus);

        assertThat(parts).isEqualTo(of(scores));
    }

    private static AdvocateHistogram of(List<AdvocateScore> scores) {
        var customers = new TreeMap<AdvocateScore, Long>();
        scores.forEach(score -> customers.merge(score, 1L, Long::sum));
        return new AdvocateHistogram(customers);
    }
}
