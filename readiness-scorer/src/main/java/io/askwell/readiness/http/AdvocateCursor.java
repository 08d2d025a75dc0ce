package io.askwell.readiness.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.readiness.domain.Advocate;
import io.askwell.readiness.domain.AdvocateScore;
import io.askwell.transport.http.Cursor;
import io.askwell.transport.http.Refusal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** Places in the list of advocates. Customer ids are encoded, because nothing keeps a line feed out of them. */
final class AdvocateCursor {

    private AdvocateCursor() {}

    static Cursor of(Advocate advocate) {
        return Cursor.of(Integer.toString(advocate.score().tenths()), URLEncoder.encode(advocate.customerId(), UTF_8));
    }

    static @Nullable Advocate parse(@Nullable String token) {
        if (token == null) {
            return null;
        }
        var parts = Cursor.parse(token, 2).parts();
        try {
            return new Advocate(
                    URLDecoder.decode(parts.get(1), UTF_8), new AdvocateScore(Integer.parseInt(parts.get(0))));
        } catch (IllegalArgumentException notOurs) {
            throw Refusal.badRequest("The cursor is not one of this list");
        }
    }
}
