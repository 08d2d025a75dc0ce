package io.askwell.reward.postgres;

import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How values look in columns. */
final class Columns {

    private Columns() {}

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(instantOrNull(row, column));
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static UUID uuid(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getObject(column, UUID.class));
    }

    static @Nullable Money moneyOrNull(ResultSet row, String amount, String currency) throws SQLException {
        String code = row.getString(currency);
        return code == null ? null : new Money(row.getLong(amount), code);
    }

    static @Nullable Party partyOrNull(ResultSet row, String kind, String id) throws SQLException {
        String word = row.getString(kind);
        return word == null ? null : new Party(constant(Party.Kind.class, word), row.getString(id));
    }

    static @Nullable String word(@Nullable Enum<?> value) {
        return value == null ? null : Word.of(value);
    }

    static <E extends Enum<E>> E constant(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
