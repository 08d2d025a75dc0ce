package io.askwell.ask.domain.draft;

import java.time.DayOfWeek;
import java.time.LocalTime;

/** Some hours of a weekday, the second time excluded. */
public record WeeklySlot(DayOfWeek day, LocalTime from, LocalTime to) {

    public WeeklySlot {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("emailSlot: from must be before to");
        }
    }
}
