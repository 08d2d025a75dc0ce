package io.askwell.attribution.domain.matching;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A given name or a surname, where they have fields of their own. It may have several words. */
public record NamePart(NameWord whole, List<NameWord> words) implements FieldValue {

    private static final int BEGINNING = 4;

    public NamePart {
        words = List.copyOf(words);
    }

    static Optional<FieldValue> read(String raw) {
        List<String> words = Folding.words(Folding.of(raw));
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(new NamePart(
                        NameWord.of(String.join("", words)),
                        words.stream().map(NameWord::of).toList()));
    }

    /** As words of names are; one word of several that is the same makes parts of a double name alike. */
    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof NamePart part)) {
            throw FieldValue.otherKind(this, other);
        }
        Level level = whole.comparedWith(part.whole);
        boolean single = words.size() == 1 && part.words.size() == 1;
        return single || level.agrees() ? level : Level.moreAlike(level, sharedWord(part));
    }

    @Override
    public List<String> codes() {
        Set<String> codes = new LinkedHashSet<>();
        for (NameWord word : words) {
            codes.add(word.sound());
            codes.add("^"
                    + word.plain().substring(0, Math.min(BEGINNING, word.plain().length())));
        }
        return List.copyOf(codes);
    }

    private Level sharedWord(NamePart part) {
        boolean shared = words.stream()
                .anyMatch(mine -> mine.plain().length() > 2
                        && part.words.stream().anyMatch(theirs -> theirs.plain().equals(mine.plain())));
        return shared ? Level.ALIKE : Level.DIFFERENT;
    }
}
