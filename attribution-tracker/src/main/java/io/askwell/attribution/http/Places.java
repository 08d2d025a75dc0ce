package io.askwell.attribution.http;

import io.askwell.attribution.application.ReferralSearch.Place;
import io.askwell.transport.http.Cursor;
import io.askwell.transport.http.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Places in lists as cursors. */
final class Places {

    private Places() {}

    static Cursor cursor(Place place) {
        return Cursor.of(place.at().toString(), place.id().toString());
    }

    static @Nullable Place after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.parse(cursor, 2).parts();
        try {
            return new Place(Instant.parse(parts.get(0)), UUID.fromString(parts.get(1)));
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw Refusal.badRequest("The cursor is not one of this list");
        }
    }
}
