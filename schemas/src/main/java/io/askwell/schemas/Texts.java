package io.askwell.schemas;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which texts are allowed, the same for signals and leads. */
public final class Texts {

    /** Upper bound of every text that is not an id, in characters. */
    public static final int MOST_CHARACTERS = 10_000;

    /** Upper bound of an id, in characters. */
    public static final int MOST_ID_CHARACTERS = 255;

    private Texts() {}

    /** Why a text is not allowed; empty when it is. */
    public static Optional<String> refusal(String text, int mostCharacters) {
        if (text.length() > mostCharacters) {
            return Optional.of("must have at most %,d characters".formatted(mostCharacters));
        }
        // Databases do not store U+0000, and UTF-8 has no form for half a surrogate pair: two texts would become one.
        boolean storable = text.codePoints()
                .noneMatch(
                        point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
        return storable ? Optional.empty() : Optional.of("must not hold U+0000 or half of a surrogate pair");
    }

    /** An absent text is allowed. */
    public static void check(String pointer, @Nullable String text, List<Violation> violations) {
        if (text != null) {
            refusal(text, MOST_CHARACTERS).ifPresent(detail -> violations.add(new Violation(pointer, detail)));
        }
    }

    /** An id is required, is not blank and has at most 255 characters. */
    public static void checkId(String pointer, @Nullable String id, List<Violation> violations) {
        if (id == null || id.isBlank()) {
            violations.add(new Violation(pointer, "is required"));
        } else {
            refusal(id, MOST_ID_CHARACTERS).ifPresent(detail -> violations.add(new Violation(pointer, detail)));
        }
    }
}
