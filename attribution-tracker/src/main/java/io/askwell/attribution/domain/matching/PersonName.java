package io.askwell.attribution.domain.matching;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A whole name, in whatever order its parts were written.
 *
 * @param squeezed its words without accents and spaces
 */
public record PersonName(List<NameWord> words, String squeezed) implements FieldValue {

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "prof",
            "professor",
            "sir",
            "herr",
            "frau",
            "mme",
            "mlle",
            "monsieur",
            "madame",
            "sr",
            "sra",
            "srta",
            "sig",
            "dott",
            "ing",
            "dipl",
            "mag",
            "jr",
            "ii",
            "iii",
            "iv",
            "phd",
            "md",
            "mba",
            "esq");

    public PersonName {
        words = List.copyOf(words);
    }

    /** Titles and degrees are left out, and what stands behind a comma is put first. */
    static Optional<FieldValue> read(String raw) {
        String folded = Folding.of(raw);
        int comma = folded.indexOf(',');
        if (comma > 0 && !withoutTitles(Folding.words(folded.substring(comma))).isEmpty()) {
            folded = folded.substring(comma + 1) + " " + folded.substring(0, comma);
        }
        List<String> all = Folding.words(folded);
        List<String> words = withoutTitles(all);
        List<String> kept = words.isEmpty() ? all : words;
        return kept.isEmpty() ? Optional.empty() : Optional.of(of(kept));
    }

    /** @param words folded, at least one */
    static PersonName of(List<String> words) {
        List<NameWord> read = words.stream().map(NameWord::of).toList();
        List<String> plain = read.stream().map(NameWord::plain).toList();
        return new PersonName(read, String.join("", plain));
    }

    /**
     * Very alike: the same words in another order, without a middle name, or with one part very alike. Alike: both parts very alike, or an
     * initial beside the same other part. Partly: the same surname beside a given name with some likeness.
     * One part alone, as in a family, is another name.
     */
    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof PersonName name)) {
            throw FieldValue.otherKind(this, other);
        }
        if (words.equals(name.words)) {
            return Level.EXACT;
        }
        if (squeezed.equals(name.squeezed) || isWithin(name) || name.isWithin(this)) {
            return Level.VERY_ALIKE;
        }
        if (words.size() == 1 || name.words.size() == 1) {
            return oneWord(name);
        }
        Level straight = together(first().comparedWith(name.first()), surname(name));
        Level turned = together(first().comparedWith(name.last()), last().comparedWith(name.first()))
                .lessAlike();
        return Level.moreAlike(straight, turned);
    }

    /** The sound of each of the outer words, and of both together. */
    @Override
    public List<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        codes.add(first().sound());
        codes.add(last().sound());
        for (NameWord word : List.of(first(), last())) {
            codes.add("^" + word.plain().substring(0, Math.min(4, word.plain().length())));
        }
        return List.copyOf(codes);
    }

    NameWord first() {
        return words.getFirst();
    }

    NameWord last() {
        return words.getLast();
    }

    private Level oneWord(PersonName name) {
        if (words.size() == name.words.size()) {
            return first().comparedWith(name.first());
        }
        boolean shared = words.stream()
                .anyMatch(mine -> name.words.stream()
                        .anyMatch(theirs -> mine.comparedWith(theirs).compareTo(Level.VERY_ALIKE) <= 0));
        return shared ? Level.PARTLY : Level.DIFFERENT;
    }

    /** The same words in any order; the other may have more, as middle names and second surnames. */
    private boolean isWithin(PersonName longer) {
        int found = 0;
        for (NameWord word : words) {
            if (word.plain().length() > 1) {
                if (longer.words.stream().noneMatch(other -> other.plain().equals(word.plain()))) {
                    return false;
                }
                found++;
            }
        }
        return found > 1;
    }

    /** Of double surnames one word is enough, but it is then not the same name any more. */
    private Level surname(PersonName name) {
        Level level = last().comparedWith(name.last());
        if (level.compareTo(Level.VERY_ALIKE) <= 0) {
            return level;
        }
        for (NameWord mine : words.subList(1, words.size())) {
            for (NameWord theirs : name.words.subList(1, name.words.size())) {
                if (mine.plain().length() > 2 && mine.plain().equals(theirs.plain())) {
                    return Level.VERY_ALIKE;
                }
            }
        }
        return level;
    }

    private static Level together(Level given, Level surname) {
        Level better = Level.moreAlike(given, surname);
        Level worse = Level.lessAlike(given, surname);
        return switch (worse) {
            case EXACT -> Level.VERY_ALIKE;
            case VERY_ALIKE -> better == Level.EXACT ? Level.VERY_ALIKE : Level.ALIKE;
            case ALIKE -> better == Level.ALIKE ? Level.PARTLY : Level.ALIKE;
            case PARTLY, DIFFERENT, MISSING ->
                worse == Level.PARTLY && surname.agrees() ? Level.PARTLY : Level.DIFFERENT;
        };
    }

    private static List<String> withoutTitles(List<String> words) {
        List<String> kept = new ArrayList<>(words);
        kept.removeIf(TITLES::contains);
        return kept;
    }
}
