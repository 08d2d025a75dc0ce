package io.askwell.ask.domain.draft.lint;

import io.askwell.ask.domain.draft.Draft;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The subject or the body of a draft, as the rules see it.
 *
 * @param raw as written
 * @param text as read, see {@link PlainText}
 * @param ours as read, with a mark in place of each quote of the customer's own
 * @param evidence what the quotes say, as read
 */
record Passage(Part part, String raw, String text, String ours, List<String> evidence, Recipient recipient) {

    /** Stands where the customer's own words stood; no rule knows it. */
    static final String QUOTE = "\uFFFC";

    /** The rules look at no more; a longer body is too long, and a longer subject over the limit of every channel. */
    static final int MOST_CHARACTERS = 4_000;

    private static final int SHORTEST_QUOTE = 2;

    /** Which part of a draft. */
    enum Part {
        SUBJECT,
        BODY;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Passage of(Part part, String raw, Draft draft, Recipient recipient) {
        String text = PlainText.of(raw.substring(0, Math.min(MOST_CHARACTERS, raw.length())));
        List<String> quotes = draft.quoted().stream().map(PlainText::of).toList();
        String ours = PlainText.together(withoutQuotes(text, quotes));
        return new Passage(part, raw, text, ours, quotes, recipient);
    }

    boolean isBody() {
        return part == Part.BODY;
    }

    /** The longest first, so that a name within a success does not break it up; only the case of the first letter is free. */
    private static String withoutQuotes(String text, List<String> quotes) {
        String ours = text;
        List<String> longestFirst = quotes.stream()
                .filter(quote -> quote.length() >= SHORTEST_QUOTE)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        for (String quote : longestFirst) {
            int first = quote.offsetByCodePoints(0, 1);
            ours = Pattern.compile("(?<![\\p{L}\\p{N}])(?iu:" + Pattern.quote(quote.substring(0, first)) + ")"
                            + Pattern.quote(quote.substring(first)) + "(?![\\p{L}\\p{N}])")
                    .matcher(ours)
                    .replaceAll(QUOTE);
        }
        return ours;
    }
}
