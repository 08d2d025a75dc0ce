package io.askwell.attribution.domain.matching;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compares two records field by field. Symmetric, and safe for use by several threads. */
public final class RecordComparison {

    private static final int NONE = -1;

    private final int fields;
    private final int givenName;
    private final int surname;

    /** @throws IllegalArgumentException for more fields than a pattern holds */
    public RecordComparison(List<Field> fields) {
        if (fields.size() > Levels.MOST_FIELDS) {
            throw new IllegalArgumentException("at most " + Levels.MOST_FIELDS + " fields are compared");
        }
        this.fields = fields.size();
        this.givenName = only(fields, FieldKind.GIVEN_NAME);
        this.surname = only(fields, FieldKind.SURNAME);
    }

    public Levels compare(MatchRecord one, MatchRecord other) {
        long levels = 0;
        boolean exchanged = haveExchangedNames(one, other);
        for (int field = 0; field < fields; field++) {
            Level level = exchanged && (field == givenName || field == surname)
                    ? Level.VERY_ALIKE
                    : level(one.at(field), other.at(field));
            levels = Levels.with(levels, field, level);
        }
        return new Levels(levels);
    }

    /** Given name and surname in each other's place: both agree crosswise, and neither agrees where it stands. */
    private boolean haveExchangedNames(MatchRecord one, MatchRecord other) {
        return givenName != NONE
                && surname != NONE
                && level(one.at(givenName), other.at(surname)).compareTo(Level.VERY_ALIKE) <= 0
                && level(one.at(surname), other.at(givenName)).compareTo(Level.VERY_ALIKE) <= 0
                && !level(one.at(givenName), other.at(givenName)).agrees()
                && !level(one.at(surname), other.at(surname)).agrees();
    }

    private static Level level(@Nullable FieldValue one, @Nullable FieldValue other) {
        return one == null || other == null ? Level.MISSING : one.comparedWith(other);
    }

    private static int only(List<Field> fields, FieldKind kind) {
        int[] found = IntStream.range(0, fields.size())
                .filter(field -> fields.get(field).kind() == kind)
                .toArray();
        return found.length == 1 ? found[0] : NONE;
    }
}
