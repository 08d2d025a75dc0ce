package io.askwell.signal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private Instant now = Instant.parse("2026-10-10T12:00:00Z");
    private final RateLimit rate = new RateLimit(10, () -> now);

    @Test
    void soManyPassAtOnceAndNoMore() {
        assertThat(passing(25)).isEqualTo(10);
    }

    @Test
    void whatWasUsedUpComesBackWithTime() {
        passing(25);

        now = now.plusMillis(300);
        assertThat(passing(25)).isEqualTo(3);

        now = now.plusSeconds(60);
        assertThat(passing(25)).isEqualTo(10);
    }

    @Test
    void aLimitThatLetsNobodyPassStopsTheStart() {
        assertThatThrownBy(() -> new RateLimit(0, () -> now)).hasMessage("ASKWELL_LINK_RATE must be 1 or more, not 0");
    }

    private long passing(int attempts) {
        return IntStream.range(0, attempts).filter(_ -> rate.tryTake()).count();
    }
}
