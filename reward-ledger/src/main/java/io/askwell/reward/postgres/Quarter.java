package io.askwell.reward.postgres;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/** A calendar quarter, UTC, by its first day: for it a program has a budget. */
final class Quarter {

    private Quarter() {}

    static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).with(IsoFields.DAY_OF_QUARTER, 1);
    }
}
