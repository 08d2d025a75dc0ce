package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    @ParameterizedTest
    @CsvSource({
        "UTC,           2026-10-05T09:00:00Z, PT8H,  2026-10-05T17:00:00Z",
        "UTC,           2026-10-05T16:59:00Z, PT2M,  2026-10-06T09:01:00Z",
        "UTC,           2026-10-05T03:00:00Z, PT1H,  2026-10-05T10:00:00Z",
        "UTC,           2026-10-02T17:00:00Z, PT1H,  2026-10-05T10:00:00Z",
        "UTC,           2026-10-03T12:00:00Z, PT24H, 2026-10-07T17:00:00Z",
        // The clocks go back in the night to Sunday: working hours are those of the wall.
        "Europe/Berlin, 2026-10-23T14:00:00Z, PT2H,  2026-10-26T09:00:00Z"
    })
    void workingTimePassesOnWorkingDaysOnly(ZoneId zone, Instant start, Duration working, Instant end) {
        var hours = new WorkingHours(zone, LocalTime.of(9, 0), LocalTime.of(17, 0));

        assertThat(hours.after(start, working)).isEqualTo(end);
    }
}
