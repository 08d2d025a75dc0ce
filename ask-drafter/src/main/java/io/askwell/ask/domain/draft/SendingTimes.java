package io.askwell.ask.domain.draft;

import io.askwell.ask.domain.customer.Profile;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When an ask is best sent; advice to the owner. On the customer's clock, on days that are neither weekend nor public holiday
 * of the customer's country, within working hours. An e-mail goes in its slot of the week if the window reaches it. What is
 * shown in the product disturbs nobody, since whoever sees it is working with the product: it goes at once, whatever the hour.
 */
public final class SendingTimes {

    private final WorkingHours hours;
    private final WeeklySlot emailSlot;
    private final Holidays holidays;

    public SendingTimes(WorkingHours hours, WeeklySlot emailSlot, Holidays holidays) {
        this.hours = hours;
        this.emailSlot = emailSlot;
        this.holidays = holidays;
    }

    /** @param closesAt end of the window, exclusive */
    public Advice advise(Profile profile, Instant now, Instant closesAt) {
        return switch (profile.channel()) {
            case IN_APP -> new Advice(now, false);
            case EMAIL ->
                firstIn(emailSlot, profile, now, closesAt)
                        .or(() -> firstWorkingMoment(profile, now, closesAt))
                        .orElseGet(() -> new Advice(now, true));
            case PHONE, LINKEDIN -> firstWorkingMoment(profile, now, closesAt).orElseGet(() -> new Advice(now, true));
        };
    }

    private Optional<Advice> firstIn(WeeklySlot slot, Profile profile, Instant now, Instant closesAt) {
        return workingDays(profile, now, closesAt)
                .filter(day -> day.getDayOfWeek() == slot.day())
                .flatMap(day -> within(day, slot.from(), slot.to(), profile, now, closesAt))
                .findFirst();
    }

    private Optional<Advice> firstWorkingMoment(Profile profile, Instant now, Instant closesAt) {
        return workingDays(profile, now, closesAt)
                .flatMap(day -> within(day, hours.from(), hours.to(), profile, now, closesAt))
                .findFirst();
    }

    /** From now to the close of the window, on the customer's calendar. */
    private Stream<LocalDate> workingDays(Profile profile, Instant now, Instant closesAt) {
        LocalDate first = LocalDate.ofInstant(now, profile.zone());
        LocalDate last = LocalDate.ofInstant(closesAt, profile.zone());
        return first.datesUntil(last.plusDays(1)).filter(day -> isWorkingDay(day, profile));
    }

    private boolean isWorkingDay(LocalDate day, Profile profile) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && (profile.country() == null || !holidays.isHoliday(profile.country(), day));
    }

    /** The first moment of these hours that is neither past nor after the close; none when there is no such moment. */
    private static Stream<Advice> within(
            LocalDate day, LocalTime from, LocalTime to, Profile profile, Instant now, Instant closesAt) {
        Instant start = ZonedDateTime.of(day, from, profile.zone()).toInstant();
        Instant end = ZonedDateTime.of(day, to, profile.zone()).toInstant();
        Instant first = start.isBefore(now) ? now : start;
        return first.isBefore(end) && first.isBefore(closesAt) ? Stream.of(new Advice(first, false)) : Stream.empty();
    }

    /** @param windowCloses whether no working moment is left, so that the only advice is: now */
    public record Advice(Instant at, boolean windowCloses) {}
}
