package io.askwell.attribution.http;

import io.askwell.attribution.domain.Subject;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of lists, which are those of the fields that a submission names them by. */
final class SubjectKinds {

    private SubjectKinds() {}

    static String word(Subject.Kind kind) {
        return switch (kind) {
            case EMAIL -> "email";
            case DOMAIN -> "domain";
            case CUSTOMER_ID -> "customerId";
            case PARTNER_ID -> "partnerId";
            case LINK_CODE -> "linkCode";
        };
    }

    static Optional<Subject.Kind> kind(String word) {
        return Stream.of(Subject.Kind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst();
    }
}
