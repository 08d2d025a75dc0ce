package io.askwell.ask.domain.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.ask.domain.Given;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.draft.SendingTimes.Advice;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2026-10-01 is a Thursday; the holidays are those of a country XX of our own. */
class SendingTimesTest {

    private static final List<LocalDate> HOLIDAYS =
            List.of(LocalDate.parse("2026-10-02"), LocalDate.parse("2026-10-05"), LocalDate.parse("2026-12-25"));

    private final SendingTimes times = new SendingTimes(
            Given.POLICY.drafts().workingHours(),
            Given.POLICY.drafts().emailSlot(),
            (country, day) -> country.equals("XX") && HOLIDAYS.contains(day));

    @ParameterizedTest(name = "by {0} in {1} of {2} at {3} until {4}: {5}")
    @CsvSource({
        // an e-mail on Friday from 13 to 16 if the window reaches it
        "EMAIL, UTC, -, 2026-10-01T10:00:00Z, 2026-10-08T10:00:00Z, 2026-10-02T13:00:00Z",
        "EMAIL, UTC, -, 2026-10-02T13:00:00Z, 2026-10-08T10:00:00Z, 2026-10-02T13:00:00Z",
        "EMAIL, UTC, -, 2026-10-02T15:59:59Z, 2026-10-08T10:00:00Z, 2026-10-02T15:59:59Z",
        "EMAIL, UTC, -, 2026-10-02T16:00:00Z, 2026-10-09T16:00:00Z, 2026-10-09T13:00:00Z",
        "EMAIL, UTC, -, 2026-10-01T10:00:00Z, 2026-10-02T13:00:01Z, 2026-10-02T13:00:00Z",
        // else the next working moment
        "EMAIL, UTC, -, 2026-10-01T10:00:00Z, 2026-10-02T13:00:00Z, 2026-10-01T10:00:00Z",
        "EMAIL, UTC, -, 2026-10-02T16:00:00Z, 2026-10-04T10:00:00Z, 2026-10-02T16:00:00Z",
        "EMAIL, UTC, -, 2026-10-02T20:00:00Z, 2026-10-05T10:00:00Z, 2026-10-05T08:00:00Z",
        // a Friday that is a holiday is none: the next working moment, or the Friday after it
        "EMAIL, UTC, XX, 2026-10-01T10:00:00Z, 2026-10-07T10:00:00Z, 2026-10-01T10:00:00Z",
        "EMAIL, UTC, XX, 2026-10-02T10:00:00Z, 2026-10-09T14:00:00Z, 2026-10-09T13:00:00Z",
        "EMAIL, UTC, XX, 2026-10-02T10:00:00Z, 2026-10-09T10:00:00Z, 2026-10-06T08:00:00Z",
        // in the product at once, whatever the hour and the day
        "IN_APP, UTC, -, 2026-10-01T10:00:00Z, 2026-10-08T10:00:00Z, 2026-10-01T10:00:00Z",
        "IN_APP, UTC, XX, 2026-10-04T03:00:00Z, 2026-10-08T10:00:00Z, 2026-10-04T03:00:00Z",
        // by phone and LinkedIn the next working moment
        "PHONE, UTC, -, 2026-10-01T10:00:00Z, 2026-10-08T10:00:00Z, 2026-10-01T10:00:00Z",
        "PHONE, UTC, -, 2026-10-01T08:00:00Z, 2026-10-08T10:00:00Z, 2026-10-01T08:00:00Z",
        "PHONE, UTC, -, 2026-10-01T07:59:59Z, 2026-10-08T10:00:00Z, 2026-10-01T08:00:00Z",
        "PHONE, UTC, -, 2026-10-01T19:59:59.999999Z, 2026-10-08T10:00:00Z, 2026-10-01T19:59:59.999999Z",
        "PHONE, UTC, -, 2026-10-01T20:00:00Z, 2026-10-08T10:00:00Z, 2026-10-02T08:00:00Z",
        "LINKEDIN, UTC, -, 2026-10-02T20:00:00Z, 2026-10-08T10:00:00Z, 2026-10-05T08:00:00Z",
        "LINKEDIN, UTC, -, 2026-10-03T10:00:00Z, 2026-10-08T10:00:00Z, 2026-10-05T08:00:00Z",
        "LINKEDIN, UTC, XX, 2026-10-01T20:00:00Z, 2026-10-08T10:00:00Z, 2026-10-06T08:00:00Z",
        // on the customer's clock, far from ours
        "PHONE, Europe/Berlin, -, 2026-10-01T19:00:00Z, 2026-10-08T10:00:00Z, 2026-10-02T06:00:00Z",
        "PHONE, Pacific/Kiritimati, -, 2026-10-01T17:59:00Z, 2026-10-08T10:00:00Z, 2026-10-01T18:00:00Z",
        "PHONE, Pacific/Kiritimati, XX, 2026-10-01T12:00:00Z, 2026-10-08T10:00:00Z, 2026-10-05T18:00:00Z",
        "PHONE, Pacific/Pago_Pago, -, 2026-10-03T04:00:00Z, 2026-10-08T10:00:00Z, 2026-10-03T04:00:00Z",
        "PHONE, Pacific/Pago_Pago, -, 2026-10-03T08:00:00Z, 2026-10-08T10:00:00Z, 2026-10-05T19:00:00Z",
        "EMAIL, Asia/Kolkata, -, 2026-10-01T10:00:00Z, 2026-10-08T10:00:00Z, 2026-10-02T07:30:00Z",
        "PHONE, America/Los_Angeles, -, 2026-10-01T23:30:00Z, 2026-10-08T10:00:00Z, 2026-10-01T23:30:00Z",
        // over the nights in which the clock is set back (2026-10-25) and forward (2027-03-28)
        "PHONE, Europe/Berlin, -, 2026-10-24T10:00:00Z, 2026-10-30T10:00:00Z, 2026-10-26T07:00:00Z",
        "PHONE, Europe/Berlin, -, 2027-03-27T10:00:00Z, 2027-04-02T10:00:00Z, 2027-03-29T06:00:00Z",
        "EMAIL, Europe/Berlin, -, 2026-10-24T10:00:00Z, 2026-10-31T10:00:00Z, 2026-10-30T12:00:00Z"
    })
    void theAdviceIs(Channel channel, ZoneId zone, String country, Instant now, Instant closesAt, Instant advised) {
        assertThat(times.advise(profile(channel, zone, country), now, closesAt)).isEqualTo(new Advice(advised, false));
    }

    @ParameterizedTest(name = "by {0} of {1} at {2} until {3}")
    @CsvSource({
        "EMAIL, -, 2026-10-02T21:00:00Z, 2026-10-03T21:00:00Z",
        "EMAIL, -, 2026-10-02T20:00:00Z, 2026-10-05T08:00:00Z",
        "PHONE, XX, 2026-10-01T20:00:00Z, 2026-10-06T08:00:00Z",
        "LINKEDIN, -, 2026-10-01T20:00:00Z, 2026-10-02T00:00:00Z"
    })
    void whereNoWorkingMomentIsLeftItIsNowAndTheWindowIsClosing(
            Channel channel, String country, Instant now, Instant closesAt) {
        assertThat(times.advise(profile(channel, ZoneId.of("UTC"), country), now, closesAt))
                .isEqualTo(new Advice(now, true));
    }

    @Test
    void theAdviceIsWithinTheWindowAndNeverAtNightOnAWeekendOrAHoliday() {
        var random = new SplittableRandom(20_261_122);
        List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
        for (int round = 0; round < 20_000; round++) {
            ZoneId zone = ZoneId.of(zones.get(random.nextInt(zones.size())));
            Channel channel =
                    List.of(Channel.EMAIL, Channel.PHONE, Channel.LINKEDIN).get(random.nextInt(3));
            Instant now = Instant.parse("2026-09-01T00:00:00Z").plusSeconds(random.nextInt(20_000_000));
            Instant closesAt = now.plusSeconds(1 + random.nextInt(7 * 86_400));

            Advice advice = times.advise(profile(channel, zone, "XX"), now, closesAt);

            assertThat(advice.at()).isAfterOrEqualTo(now).isBefore(closesAt);
            var local = advice.at().atZone(zone);
            boolean working = local.getHour() >= 8
                    && local.getHour() < 20
                    && local.getDayOfWeek() != DayOfWeek.SATURDAY
                    && local.getDayOfWeek() != DayOfWeek.SUNDAY
                    && !HOLIDAYS.contains(local.toLocalDate());
            assertThat(working).as("%s by %s at %s", zone, channel, local).isEqualTo(!advice.windowCloses());
        }
    }

    @Test
    void hoursThatEndBeforeTheyBeginAreRefused() {
        assertThatThrownBy(() -> new WorkingHours(LocalTime.NOON, LocalTime.of(9, 0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new WeeklySlot(DayOfWeek.FRIDAY, LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChannelHasAnAdvice() {
        Instant now = Instant.parse("2026-10-01T10:00:00Z");

        assertThat(Arrays.stream(Channel.values())
                        .map(channel -> times.advise(
                                profile(channel, ZoneId.of("UTC"), "-"), now, now.plus(Duration.ofHours(1)))))
                .containsOnly(new Advice(now, false));
    }

    private static Profile profile(Channel channel, ZoneId zone, String country) {
        return Given.profile(channel, zone, country.equals("-") ? null : country);
    }
}
