package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Words in any order: a street, a title, a description. Rare words count more than common ones.
 *
 * @param squeezed all of it without spaces
 * @param tokens words with what each weighs, without repetition, in the order of the alphabet
 */
public record FreeText(String squeezed, List<Token> tokens) implements FieldValue {

    private static final double VERY_ALIKE = 0.85;
    private static final double ALIKE = 0.65;
    private static final double PARTLY = 0.4;
    /** Words are compared letter by letter only in texts as short as names and streets are. */
    private static final int SHORT = 8;

    private static final double SAME_WORD = 0.9;
    private static final int LONGEST_AS_ONE = 40;
    private static final int TELLING = 6;

    public FreeText {
        tokens = List.copyOf(tokens);
    }

    /** A word and its weight, above 0. */
    public record Token(String word, double weight) {}

    static Optional<FieldValue> read(String raw, Vocabulary vocabulary) {
        List<String> words = words(raw);
        Map<String, Double> weights = new TreeMap<>();
        words.forEach(word -> weights.put(word, vocabulary.weight(word)));
        List<Token> tokens = new ArrayList<>();
        weights.forEach((word, weight) -> tokens.add(new Token(word, weight)));
        return tokens.isEmpty() ? Optional.empty() : Optional.of(new FreeText(String.join("", words), tokens));
    }

    /** Plain words in the order of the text. */
    public static List<String> words(String raw) {
        return Folding.words(Folding.plain(Folding.of(raw)));
    }

    /** By the weight of the words that both have, as a share of all; of short texts also by their letters. */
    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof FreeText text)) {
            throw FieldValue.otherKind(this, other);
        }
        if (squeezed.equals(text.squeezed)) {
            return Level.EXACT;
        }
        double likeness = shared(text);
        if (Math.max(squeezed.length(), text.squeezed.length()) <= LONGEST_AS_ONE) {
            likeness = Math.max(likeness, letters(text));
        }
        if (likeness >= VERY_ALIKE) {
            return Level.VERY_ALIKE;
        }
        if (likeness >= ALIKE) {
            return Level.ALIKE;
        }
        return likeness >= PARTLY ? Level.PARTLY : Level.DIFFERENT;
    }

    /** The rarest words, and the beginning and the end of all. */
    @Override
    public List<String> codes() {
        List<String> codes = new ArrayList<>(tokens.stream()
                .sorted(Comparator.comparingDouble(Token::weight).reversed().thenComparing(Token::word))
                .limit(TELLING)
                .map(Token::word)
                .toList());
        if (squeezed.length() >= TELLING) {
            codes.add("^" + squeezed.substring(0, TELLING - 1));
            codes.add("$" + squeezed.substring(squeezed.length() - TELLING + 1));
        }
        return codes.stream().distinct().toList();
    }

    private double shared(FreeText text) {
        double shared = 0;
        Set<Token> unmatched = new HashSet<>();
        List<Token> theirs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < tokens.size() && j < text.tokens.size()) {
            int order = tokens.get(i).word.compareTo(text.tokens.get(j).word);
            if (order == 0) {
                shared += tokens.get(i).weight;
                i++;
                j++;
            } else if (order < 0) {
                unmatched.add(tokens.get(i++));
            } else {
                theirs.add(text.tokens.get(j++));
            }
        }
        unmatched.addAll(tokens.subList(i, tokens.size()));
        theirs.addAll(text.tokens.subList(j, text.tokens.size()));
        if (tokens.size() <= SHORT && text.tokens.size() <= SHORT) {
            shared += misspelt(unmatched, theirs);
        }
        return Math.min(1, 2 * shared / (weight() + text.weight()));
    }

    private static double misspelt(Set<Token> mine, List<Token> theirs) {
        double shared = 0;
        for (Token one : mine) {
            for (Token other : theirs) {
                double likeness = Likeness.jaroWinkler(one.word, other.word);
                if (likeness >= SAME_WORD) {
                    shared += likeness * Math.min(one.weight, other.weight);
                }
            }
        }
        return shared;
    }

    /** Scaled so that what Jaro and Winkler call unrelated is 0. */
    private double letters(FreeText text) {
        return Math.max(0, 2 * Likeness.jaroWinkler(squeezed, text.squeezed) - 1);
    }

    private double weight() {
        return tokens.stream().mapToDouble(Token::weight).sum();
    }
}
