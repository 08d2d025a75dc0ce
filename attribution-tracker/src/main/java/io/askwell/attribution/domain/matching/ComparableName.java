package io.askwell.attribution.domain.matching;

import java.util.Optional;

/** A name in the one form in which it can be looked up: without case, accents, spaces, titles and legal forms. */
public final class ComparableName {

    private ComparableName() {}

    /** Empty when nothing in the text is a word. */
    public static Optional<String> ofPerson(String raw) {
        return PersonName.read(raw)
                .flatMap(value -> value instanceof PersonName name ? Optional.of(name.squeezed()) : Optional.empty());
    }

    /** Empty when nothing in the text is a word. */
    public static Optional<String> ofCompany(String raw) {
        return CompanyName.parse(raw).map(CompanyName::squeezed);
    }
}
