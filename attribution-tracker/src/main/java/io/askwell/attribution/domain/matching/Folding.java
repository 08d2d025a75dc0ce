package io.askwell.attribution.domain.matching;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Text in the forms in which it is compared. {@link #of} unites what Unicode and typists write in several ways and keeps diacritics; {@link
 * #plain} gives them up too, so that a comparison can tell "the same" from "the same but for the accents".
 */
final class Folding {

    /** Direction marks, joiners, soft hyphens and the like: invisible, and copied along from documents. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\s]]");

    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02BC\u02BB\u00B4`\u05F3\uFF07]");
    private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\u2212\u05BE]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern WORD_BREAKS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    /** Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic. Vowel signs of Indic scripts are letters of their own weight. */
    private static final Pattern MARKS =
            Pattern.compile("[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670\u0640]");

    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('ß', "ss"),
            Map.entry('ø', "o"),
            Map.entry('ł', "l"),
            Map.entry('đ', "d"),
            Map.entry('æ', "ae"),
            Map.entry('œ', "oe"),
            Map.entry('þ', "th"),
            Map.entry('ð', "d"),
            Map.entry('ı', "i"),
            Map.entry('ё', "е"),
            Map.entry('ى', "ي"),
            Map.entry('ة', "ه"));

    private Folding() {}

    /** Compatibility forms united, lower case, no invisible characters, one kind of apostrophe, dash and space. */
    static String of(String raw) {
        String text = Normalizer.normalize(raw, Form.NFKC);
        text = INVISIBLE.matcher(text).replaceAll("");
        text = APOSTROPHES.matcher(text).replaceAll("'");
        text = DASHES.matcher(text).replaceAll("-");
        text = SPACES.matcher(text).replaceAll(" ").strip();
        // Upper case first, as Unicode's case folding does, so that final sigma and the like do not differ.
        return Normalizer.normalize(text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Form.NFC);
    }

    /** A folded text without diacritics. */
    static String plain(String folded) {
        if (isAscii(folded)) {
            return folded;
        }
        String bare = MARKS.matcher(Normalizer.normalize(folded, Form.NFD)).replaceAll("");
        StringBuilder plain = new StringBuilder(bare.length());
        for (char letter : Normalizer.normalize(bare, Form.NFC).toCharArray()) {
            plain.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
        }
        return plain.toString();
    }

    /** The words of a folded text. An apostrophe binds, all other punctuation parts; marks without a letter are no word. */
    static List<String> words(String folded) {
        return List.of(WORD_BREAKS.split(folded.replace("'", ""))).stream()
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(letter -> letter < 128);
    }
}
