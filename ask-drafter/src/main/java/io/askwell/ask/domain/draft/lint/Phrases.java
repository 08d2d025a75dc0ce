package io.askwell.ask.domain.draft.lint;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of phrases, one a line, each a regular expression of whole words without regard to case. A space stands for any
 * white space.
 */
final class Phrases {

    private final Pattern pattern;

    private Phrases(Pattern pattern) {
        this.pattern = pattern;
    }

    static Phrases of(String lines) {
        String alternatives = lines.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> line.replace(" ", "\\s+"))
                .collect(Collectors.joining("|"));
        return new Phrases(Pattern.compile(
                "(?<![\\p{L}\\p{N}])(?:" + alternatives + ")(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE));
    }

    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    Stream<String> in(String text) {
        return pattern.matcher(text).results().map(MatchResult::group).map(words -> words.replaceAll("\\s+", " "));
    }

    String removedFrom(String text) {
        return pattern.matcher(text).replaceAll(Passage.QUOTE);
    }
}
