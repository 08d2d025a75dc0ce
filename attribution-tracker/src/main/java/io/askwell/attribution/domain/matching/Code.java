package io.askwell.attribution.domain.matching;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A number, a code or a single word that stands for something: a postcode, a house number, a state, a domain, an id. */
public record Code(String characters) implements FieldValue {

    private static final int LONG_ENOUGH_FOR_A_TYPO = 3;
    private static final int LONG_ENOUGH_FOR_TWO = 6;

    static Optional<FieldValue> read(String raw) {
        String characters = String.join("", Folding.words(Folding.plain(Folding.of(raw))));
        return characters.isEmpty() ? Optional.empty() : Optional.of(new Code(characters));
    }

    /** A host without its scheme, path and "www". */
    static Optional<FieldValue> readDomain(String raw) {
        String host = Folding.of(raw)
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z][a-z0-9+.-]*://", "")
                .replaceFirst("[/?#:].*$", "")
                .replaceFirst("^www\\d*\\.", "");
        return host.isEmpty() ? Optional.empty() : Optional.of(new Code(host));
    }

    /** Very alike: one typo. Alike: two, or one in something very short. Partly: one is the beginning of the other. */
    @Override
    public Level comparedWith(FieldValue other) {
        if (!(other instanceof Code code)) {
            throw FieldValue.otherKind(this, other);
        }
        if (characters.equals(code.characters)) {
            return Level.EXACT;
        }
        int shorter = Math.min(characters.length(), code.characters.length());
        if (shorter > 1 && Likeness.within(1, characters, code.characters)) {
            return shorter >= LONG_ENOUGH_FOR_A_TYPO ? Level.VERY_ALIKE : Level.ALIKE;
        }
        if (shorter >= LONG_ENOUGH_FOR_TWO && Likeness.within(2, characters, code.characters)) {
            return Level.ALIKE;
        }
        boolean begins =
                shorter > 1 && (characters.startsWith(code.characters) || code.characters.startsWith(characters));
        return begins ? Level.PARTLY : Level.DIFFERENT;
    }

    @Override
    public List<String> codes() {
        return List.of(characters);
    }
}
