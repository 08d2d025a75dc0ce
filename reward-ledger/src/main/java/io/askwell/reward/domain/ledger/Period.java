package io.askwell.reward.domain.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A month, UTC, that is closed.
 *
 * @param head the newest link of the chain when it was closed; null while nothing was booked at all
 */
public record Period(
        YearMonth month,
        String closedBy,
        Instant closedAt,
        @Nullable Seal head) {

    /** A link of the chain by its position and its hash, lower-case hexadecimal. */
    public record Seal(long position, String hash) {}

    /** The first instant of the month. */
    public static Instant startOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The first instant behind the month. */
    public static Instant endOf(YearMonth month) {
        return startOf(month.plusMonths(1));
    }
}
