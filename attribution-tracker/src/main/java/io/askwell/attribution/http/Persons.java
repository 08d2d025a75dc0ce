package io.askwell.attribution.http;

import io.askwell.attribution.domain.Person;
import io.askwell.schemas.leads.ContactIdentity;
import org.springframework.security.core.Authentication;

/** Who calls. */
final class Persons {

    private Persons() {}

    static Person of(Authentication caller) {
        String subject = caller.getName();
        return new Person(subject, ContactIdentity.canonicalEmail(subject).orElse(null));
    }
}
