package io.askwell.attribution.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When people work: Monday to Friday between two times of one zone. Public holidays count as working days.
 *
 * @param to excluded
 */
public record WorkingHours(ZoneId zone, LocalTime from, LocalTime to) {

    public WorkingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("workingHours: from must be before to");
        }
    }

    /** The moment at which so much working time has passed since then. */
    public Instant after(Instant start, Duration working) {
        Duration left = working;
        ZonedDateTime now = start.atZone(zone);
        while (true) {
            LocalDate day = now.toLocalDate();
            ZonedDateTime opens = later(now, day.atTime(from).atZone(zone));
            ZonedDateTime closes = day.atTime(to).atZone(zone);
            if (isWorkingDay(day) && opens.isBefore(closes)) {
                Duration today = Duration.between(opens, closes);
                if (left.compareTo(today) <= 0) {
                    return opens.plus(left).toInstant();
                }
                left = left.minus(today);
            }
            now = day.plusDays(1).atStartOfDay(zone);
        }
    }

    private static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }
}
