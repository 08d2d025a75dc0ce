package io.askwell.attribution.domain.matching;

import java.util.List;

/** A value in the form in which it is compared. Comparing is symmetric. */
public sealed interface FieldValue
        permits CalendarDate,
                Amount,
                Code,
                CompanyName,
                EmailAddress,
                FreeText,
                NamePart,
                Organisation,
                PersonName,
                PhoneNumber {

    /**
     * {@link Level#MISSING} only where a value has parts, and the two share none that could be compared.
     *
     * @throws IllegalArgumentException if the other is a value of another kind; records compared have the same fields
     */
    Level comparedWith(FieldValue other);

    /** Short strings that two values of one thing probably share although they are written differently; few, and none of them empty. */
    List<String> codes();

    static IllegalArgumentException otherKind(FieldValue one, FieldValue other) {
        return new IllegalArgumentException("a " + one.getClass().getSimpleName() + " cannot be compared with a "
                + other.getClass().getSimpleName());
    }
}
