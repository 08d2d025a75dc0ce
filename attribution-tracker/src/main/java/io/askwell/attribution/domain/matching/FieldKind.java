package io.askwell.attribution.domain.matching;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a field holds, which says how its values are read and compared. */
public enum FieldKind {
    /** A person's whole name. */
    NAME,
    GIVEN_NAME,
    SURNAME,
    COMPANY,
    EMAIL,
    PHONE,
    /** A website or its domain. */
    DOMAIN,
    DATE,
    /** A postcode, house number, state, id. */
    CODE,
    /** A quantity: near ones are alike. */
    AMOUNT,
    /** A street, a place, a title, a description. */
    TEXT,
    /** Company, website and address of a lead together; made of them, and never read from one column. */
    ORGANISATION;

    /**
     * @param raw as it was written
     * @return null when nothing in it can be compared
     */
    public @Nullable FieldValue read(String raw, Vocabulary vocabulary) {
        Optional<FieldValue> value = switch (this) {
            case NAME -> PersonName.read(raw);
            case GIVEN_NAME, SURNAME -> NamePart.read(raw);
            case COMPANY -> CompanyName.read(raw);
            case EMAIL -> EmailAddress.read(raw);
            case PHONE -> PhoneNumber.read(raw);
            case DOMAIN -> Code.readDomain(raw);
            case DATE -> CalendarDate.read(raw);
            case CODE -> Code.read(raw);
            case AMOUNT -> Amount.read(raw);
            case TEXT -> FreeText.read(raw, vocabulary);
            case ORGANISATION -> throw new IllegalArgumentException("an organisation has several columns");
        };
        return value.orElse(null);
    }

    /** Whether it is a name, or part of one, which many people share. */
    public boolean isPersonalName() {
        return this == NAME || this == GIVEN_NAME || this == SURNAME;
    }
}
