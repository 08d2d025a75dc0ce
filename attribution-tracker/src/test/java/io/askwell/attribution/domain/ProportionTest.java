package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProportionTest {

    /** The bounds are those of other people's tables. */
    @ParameterizedTest
    @CsvSource({"0, 0, 0, 0, 1", "0, 10, 0, 0, 0.2775", "5, 10, 0.5, 0.2366, 0.7634", "10, 10, 1, 0.7225, 1"})
    void theIntervalIsWilsons(long count, long of, double share, double low, double high) {
        Proportion proportion = new Proportion(count, of);

        assertThat(proportion.share()).isEqualTo(share);
        assertThat(proportion.interval().low()).isCloseTo(low, within(0.0001));
        assertThat(proportion.interval().high()).isCloseTo(high, within(0.0001));
    }
}
