package io.askwell.ask.domain.draft;

import java.time.LocalTime;

/** When people may be bothered, on working days: between two times of the customer's own clock, the second excluded. */
public record WorkingHours(LocalTime from, LocalTime to) {

    public WorkingHours {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("workingHours: from must be before to");
        }
    }
}
