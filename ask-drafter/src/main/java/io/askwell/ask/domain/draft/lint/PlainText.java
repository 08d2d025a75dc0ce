package io.askwell.ask.domain.draft.lint;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * A text as people read it, whatever characters it is made of: full-width letters, ligatures and accents become plain
 * letters, curly quotes and long dashes straight ones, strange spaces a space; what cannot be seen is gone. Letters of
 * other alphabets that only look Latin become Latin inside a word that has Latin letters.
 */
final class PlainText {

    private static final Pattern SINGLE_QUOTE = Pattern.compile("[\\u2018-\\u201B\\u2032\\u00B4`\\u02BC]");
    private static final Pattern DOUBLE_QUOTE = Pattern.compile("[\\u201C-\\u201F\\u2033\\u00AB\\u00BB]");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{M}\\u115F\\u1160\\u3164\\u2800]+");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");
    private static final Pattern SPACE = Pattern.compile("[\\p{Z}\\p{Cc}&&[^\\n]]+");
    private static final Pattern LINE_END = Pattern.compile(" ?\\n ?");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n{2,}");
    private static final Pattern MIXED_WORD =
            Pattern.compile("(?<!\\p{L})(?=\\p{L}*[A-Za-z])(?=\\p{L}*[\\p{L}&&[^\\x00-\\x7F]])\\p{L}+");
    private static final String LOOKS = "авекмнорстухіјѕԁһԛԝɡαειοκνρτυχАВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";
    private static final String LATIN = "abekmhopctyxijsdhqwgaeioknptuxABEKMHOPCTYXIJSABEZHIKMNOPTYX";

    /** Letters set apart, as in {@code b o n u s} or {@code b.o.n.u.s}. */
    private static final Pattern SPACED_OUT =
            Pattern.compile("(?<![\\p{L}\\p{N}])(?:\\p{L}[ ._*-]){3,}\\p{L}(?![\\p{L}\\p{N}])");

    private PlainText() {}

    static String of(String text) {
        String quotes =
                DOUBLE_QUOTE.matcher(SINGLE_QUOTE.matcher(text).replaceAll("'")).replaceAll("\"");
        String letters = UNSEEN.matcher(Normalizer.normalize(quotes, Form.NFKD)).replaceAll("");
        String dashes = DASH.matcher(letters).replaceAll("-");
        String spaces = SPACE.matcher(dashes.replaceAll("\\R", "\n")).replaceAll(" ");
        String paragraphs =
                PARAGRAPH.matcher(LINE_END.matcher(spaces).replaceAll("\n")).replaceAll("\n\n");
        return MIXED_WORD
                .matcher(paragraphs)
                .replaceAll(word -> latin(word.group()))
                .strip();
    }

    /** The text with words that are spaced out put together. */
    static String together(String text) {
        return SPACED_OUT.matcher(text).replaceAll(word -> word.group().replaceAll("[ ._*-]", ""));
    }

    private static String latin(String word) {
        return word.chars()
                .map(letter -> LOOKS.indexOf(letter) < 0 ? letter : LATIN.charAt(LOOKS.indexOf(letter)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
