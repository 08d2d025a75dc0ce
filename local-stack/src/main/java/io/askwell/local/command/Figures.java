package io.askwell.local.command;

import java.time.Duration;
import java.util.Locale;

/** Numbers the way people read them. */
final class Figures {

    private Figures() {}

    static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    static String memory(long bytes) {
        return bytes < 1L << 30
                ? (bytes >> 20) + " MiB"
                : String.format(Locale.ROOT, "%.2f GiB", bytes / (double) (1L << 30));
    }

    /** The two largest units, for example {@code 3 h 12 min}. */
    static String age(Duration duration) {
        if (duration.toHours() >= 24) {
            return duration.toDays() + " d " + duration.toHoursPart() + " h";
        }
        if (duration.toMinutes() >= 60) {
            return duration.toHours() + " h " + duration.toMinutesPart() + " min";
        }
        return duration.toSeconds() >= 60
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toSeconds() + " s";
    }
}
