package io.askwell.ask.domain.draft;

import java.time.LocalDate;

/** Knows public holidays. */
public interface Holidays {

    /** Nobody has any. */
    Holidays NONE = (_, _) -> false;

    /** @param country ISO 3166-1 alpha-2; one that is not known has no holidays */
    boolean isHoliday(String country, LocalDate day);
}
