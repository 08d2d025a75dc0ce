package io.askwell.ask.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    private final WorkingHours hours = new WorkingHours(LocalTime.of(8, 0), LocalTime.of(20, 0));

    @ParameterizedTest(name = "{0} in {1} → {2}")
    @CsvSource({
        // Thursday within hours, at the first and at the last moment
        "2026-10-01T10:00:00Z, UTC, 2026-10-01T10:00:00Z",
        "2026-10-01T08:00:00Z, UTC, 2026-10-01T08:00:00Z",
        "2026-10-01T19:59:59.999999Z, UTC, 2026-10-01T19:59:59.999999Z",
        // before and after hours
        "2026-10-01T07:59:59Z, UTC, 2026-10-01T08:00:00Z",
        "2026-10-01T20:00:00Z, UTC, 2026-10-02T08:00:00Z",
        // Friday night, Saturday, Sunday: Monday
        "2026-10-02T20:00:00Z, UTC, 2026-10-05T08:00:00Z",
        "2026-10-03T10:00:00Z, UTC, 2026-10-05T08:00:00Z",
        "2026-10-04T07:00:00Z, UTC, 2026-10-05T08:00:00Z",
        // the customer's own clock, also over the night in which it is set back
        "2026-10-01T19:00:00Z, Europe/Berlin, 2026-10-02T06:00:00Z",
        "2026-10-24T10:00:00Z, Europe/Berlin, 2026-10-26T07:00:00Z",
        "2026-10-01T23:30:00Z, America/Los_Angeles, 2026-10-01T23:30:00Z"
    })
    void theNextMomentIsOnAWeekdayBetweenEightAndTwentyOfTheCustomersClock(Instant now, ZoneId zone, Instant next) {
        assertThat(hours.nextAt(now, zone)).isEqualTo(next);
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreRefused() {
        assertThatThrownBy(() -> new WorkingHours(LocalTime.NOON, LocalTime.of(9, 0)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
