package io.askwell.attribution.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MonotoneTest {

    @Test
    void neighboursInTheWrongOrderShareTheRatioOfTheirSums() {
        double[] same = {0.5, 0.1, 0.3, 0.1};
        double[] other = {0.1, 0.2, 0.2, 0.5};

        new Monotone(same, other).settle();

        assertThat(same).containsExactly(new double[] {0.5, 0.2, 0.2, 0.1}, within(1e-12));
    }

    @Test
    void whatIsInOrderStays() {
        double[] same = {0.6, 0.3, 0.1};
        double[] before = same.clone();

        new Monotone(same, new double[] {0.1, 0.3, 0.6}).settle();

        assertThat(same).isEqualTo(before);
        assertThat(Arrays.stream(same).sum()).isEqualTo(1, within(1e-12));
    }
}
