package io.askwell.ask.domain.draft;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When people may be bothered: on weekdays between two times of the customer's own clock, the second excluded. */
public record WorkingHours(LocalTime from, LocalTime to) {

    public WorkingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("workingHours: from must be before to");
        }
    }

    /** This moment if it fits, else the next one that does. */
    public Instant nextAt(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        if (isWorkingDay(local) && contains(local.toLocalTime())) {
            return now;
        }
        ZonedDateTime start = local.with(from);
        while (start.isBefore(local) || !isWorkingDay(start)) {
            start = start.plusDays(1).with(from);
        }
        return start.toInstant();
    }

    private boolean contains(LocalTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    private static boolean isWorkingDay(ZonedDateTime day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
