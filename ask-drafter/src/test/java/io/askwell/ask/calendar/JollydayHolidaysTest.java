package io.askwell.ask.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JollydayHolidaysTest {

    private final JollydayHolidays holidays = new JollydayHolidays();

    @ParameterizedTest
    @CsvSource({
        "DE, 2026-10-03, true",
        "DE, 2026-12-25, true",
        "de, 2026-12-25, true",
        "DE, 2027-03-26, true",
        // of some regions only
        "DE, 2026-01-06, false",
        "DE, 2026-10-02, false",
        "US, 2026-11-26, true",
        "US, 2026-07-04, true",
        "US, 2026-07-03, true",
        "US, 2026-11-25, false",
        "GB, 2026-12-25, true",
        "FR, 2026-07-14, true",
        "JP, 2026-01-01, true",
        "CH, 2026-08-01, true",
        "AU, 2026-01-26, true",
        // no country
        "ZZ, 2026-12-25, false",
        "AQ, 2026-12-25, false",
        "'', 2026-12-25, false",
        "../DE, 2026-12-25, false"
    })
    void knowsTheHolidaysOfWholeCountries(String country, LocalDate day, boolean holiday) {
        assertThat(holidays.isHoliday(country, day)).isEqualTo(holiday);
    }

    @Test
    void everyCodeOfTwoLettersHasAnAnswerForEveryYear() {
        for (String country : codes()) {
            for (int year = 2000; year <= 2050; year += 5) {
                int inYear = LocalDate.of(year, 1, 1)
                        .datesUntil(LocalDate.of(year + 1, 1, 1))
                        .mapToInt(day -> holidays.isHoliday(country, day) ? 1 : 0)
                        .sum();
                assertThat(inYear).as(country + " " + year).isBetween(0, 40);
            }
        }
    }

    @Test
    void manyAtOnceGetTheSameAnswers() throws InterruptedException, ExecutionException {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        List<Boolean> alone = codes().stream()
                .map(country -> new JollydayHolidays().isHoliday(country, christmas))
                .toList();
        Callable<List<Boolean>> all = () -> codes().stream()
                .map(country -> holidays.isHoliday(country, christmas))
                .toList();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<List<Boolean>> answers :
                    threads.invokeAll(Stream.generate(() -> all).limit(16).toList())) {
                assertThat(answers.get()).isEqualTo(alone);
            }
        }
    }

    private static List<String> codes() {
        return IntStream.range(0, 26 * 26)
                .mapToObj(number -> "" + (char) ('A' + number / 26) + (char) ('A' + number % 26))
                .toList();
    }
}
