package io.askwell.reward.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;

/** A calendar quarter, UTC, by its first day: for it a program has a budget. */
public final class Quarter {

    private Quarter() {}

    public static LocalDate of(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).with(IsoFields.DAY_OF_QUARTER, 1);
    }
}
