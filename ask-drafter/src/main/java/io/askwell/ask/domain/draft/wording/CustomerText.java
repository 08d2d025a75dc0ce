package io.askwell.ask.domain.draft.wording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words of the customer on their way into a text of ours: on one line, without characters that steer instead of being read,
 * and not too long.
 */
final class CustomerText {

    /** Control characters, and those that turn the direction of what follows. */
    private static final Pattern STEERING =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]");

    private static final int MOST_NAME_WORDS = 6;
    private static final int MOST_NAME_CHARACTERS = 60;
    private static final int MOST_WORDS = 16;
    private static final int MOST_CHARACTERS = 120;
    private static final int MOST_UNIT_WORDS = 3;
    private static final int MOST_UNIT_CHARACTERS = 40;

    private CustomerText() {}

    static Optional<String> name(@Nullable String name) {
        return present(name).map(text -> cut(text, MOST_NAME_WORDS, MOST_NAME_CHARACTERS, ""));
    }

    static Optional<String> sentence(@Nullable String text) {
        return present(text).map(words -> cut(words, MOST_WORDS, MOST_CHARACTERS, "…"));
    }

    /** A metric or a unit. */
    static Optional<String> unit(@Nullable String unit) {
        return present(unit).map(text -> cut(text, MOST_UNIT_WORDS, MOST_UNIT_CHARACTERS, "…"));
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(words -> STEERING.matcher(words).replaceAll(" ").strip())
                .filter(words -> !words.isEmpty());
    }

    private static String cut(String text, int mostWords, int mostCharacters, String ellipsis) {
        List<String> words = Arrays.asList(text.split("[\\s\\p{Z}]+"));
        String kept = String.join(" ", words.subList(0, Math.min(mostWords, words.size())));
        int characters = kept.codePointCount(0, kept.length());
        if (words.size() <= mostWords && characters <= mostCharacters) {
            return kept;
        }
        int end = kept.offsetByCodePoints(0, Math.min(mostCharacters, characters));
        return kept.substring(0, end).strip() + ellipsis;
    }
}
