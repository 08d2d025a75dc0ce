package io.askwell.ask.calendar;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import io.askwell.ask.domain.draft.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holidays of whole countries from Jollyday's calendars; those of single regions are working days, and one
 * that is kept on another day is both days. Each country and year is
 * worked out once and kept: there are at most as many as countries that customers live in.
 */
public final class JollydayHolidays implements Holidays {

    private final Set<String> known = HolidayManager.getSupportedCalendarCodes();
    private final Map<CountryYear, Set<LocalDate>> holidays = new ConcurrentHashMap<>();

    @Override
    public boolean isHoliday(String country, LocalDate day) {
        String code = country.toUpperCase(Locale.ROOT);
        return known.contains(code)
                && holidays.computeIfAbsent(new CountryYear(code, day.getYear()), JollydayHolidays::workedOut)
                        .contains(day);
    }

    private static Set<LocalDate> workedOut(CountryYear wanted) {
        return HolidayManager.getInstance(ManagerParameters.create(wanted.country))
                .getHolidays(Year.of(wanted.year), HolidayType.PUBLIC_HOLIDAY)
                .stream()
                .flatMap(holiday -> Stream.of(holiday.getActualDate(), holiday.getDate()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private record CountryYear(String country, int year) {}
}
