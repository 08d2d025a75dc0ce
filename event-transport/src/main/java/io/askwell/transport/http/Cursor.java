package io.askwell.transport.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.List;

/**
 * A place in a list, opaque to callers and safe in a URL.
 *
 * @param parts the sort key of the last item that was seen, in the order of the sort; no part holds a line feed
 */
public record Cursor(List<String> parts) {

    private static final String SEPARATOR = "\n";

    public Cursor {
        parts = List.copyOf(parts);
    }

    public static Cursor of(String... parts) {
        return new Cursor(List.of(parts));
    }

    /** @param expectedParts how many the list in question has; a cursor of another list is refused */
    public static Cursor parse(String token, int expectedParts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), UTF_8);
            List<String> parts = List.of(text.split(SEPARATOR, -1));
            if (parts.size() == expectedParts) {
                return new Cursor(parts);
            }
        } catch (IllegalArgumentException notBase64) {
            throw unknown();
        }
        throw unknown();
    }

    /** The token that {@link #parse} reads. */
    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(UTF_8));
    }

    private static Refusal unknown() {
        return Refusal.badRequest("The cursor is not one of this list");
    }
}
