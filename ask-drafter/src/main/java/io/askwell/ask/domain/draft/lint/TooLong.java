package io.askwell.ask.domain.draft.lint;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A customer reads a few lines, not a page. A word is what stands between spaces and has a letter or a digit. Whatever its
 * words, no body is longer than what the other rules look at.
 */
record TooLong(int mostWords) implements LintRule {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Predicate<String> SAYS_SOMETHING =
            Pattern.compile("[\\p{L}\\p{N}]").asPredicate();

    @Override
    public String name() {
        return "too_long";
    }

    @Override
    public Stream<String> brokenBy(Passage passage) {
        if (!passage.isBody()) {
            return Stream.empty();
        }
        if (passage.raw().length() > Passage.MOST_CHARACTERS) {
            return Stream.of("%d characters; at most %d".formatted(passage.raw().length(), Passage.MOST_CHARACTERS));
        }
        long words = SPACE.splitAsStream(passage.text()).filter(SAYS_SOMETHING).count();
        return words > mostWords ? Stream.of("%d words; at most %d".formatted(words, mostWords)) : Stream.empty();
    }
}
