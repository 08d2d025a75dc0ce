package io.askwell.readiness.domain.rule;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A stretch of time that includes its start and excludes its end. The largest instants stand for no bound. */
public record Span(Instant from, Instant until) {

    public static final Span ALWAYS = new Span(Instant.MIN, Instant.MAX);

    public static Span from(Instant start) {
        return new Span(start, Instant.MAX);
    }

    public static Span until(Instant end) {
        return new Span(Instant.MIN, end);
    }

    /** "In the last N days" includes the instant N days after. Times are exact to the microsecond. */
    public static Span atMost(Duration age, Instant since) {
        return new Span(since, since.plus(age).plus(1, ChronoUnit.MICROS));
    }

    public boolean includes(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
