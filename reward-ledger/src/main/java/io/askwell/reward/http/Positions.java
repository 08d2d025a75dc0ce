package io.askwell.reward.http;

import io.askwell.transport.http.Cursor;
import io.askwell.transport.http.Refusal;
import org.jspecify.annotations.Nullable;

/** Lists of this service are ordered by a number that only grows. */
final class Positions {

    private Positions() {}

    /** The position after which a page begins; 0 for the first page. */
    static long after(@Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        try {
            return Long.parseLong(Cursor.parse(cursor, 1).parts().getFirst());
        } catch (NumberFormatException notANumber) {
            throw Refusal.badRequest("The cursor is not one of this list");
        }
    }

    static Cursor cursor(long position) {
        return Cursor.of(Long.toString(position));
    }
}
