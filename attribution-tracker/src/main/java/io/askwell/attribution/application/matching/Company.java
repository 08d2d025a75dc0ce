package io.askwell.attribution.application.matching;

import java.util.List;
import java.util.Locale;

/**
 * A company of the generated world.
 *
 * @param name without the legal form
 * @param office its telephone up to the extension
 */
record Company(
        String name, String legalForm, WordLists.Country country, String domain, String office, MailboxStyle style) {

    enum MailboxStyle {
        GIVEN_DOT_SURNAME,
        INITIAL_SURNAME,
        GIVEN,
        SURNAME
    }

    String switchboard() {
        return office + "000";
    }

    String fullName() {
        return name + " " + legalForm;
    }

    String address(String given, String surname) {
        String first = Spelling.plain(given);
        String last = Spelling.plain(surname);
        String mailbox = switch (style) {
            case GIVEN_DOT_SURNAME -> first + "." + last;
            case INITIAL_SURNAME -> first.substring(0, Math.min(1, first.length())) + last;
            case GIVEN -> first;
            case SURNAME -> last;
        };
        return mailbox + "@" + domain;
    }

    /** Ways in which people write it beside its full name. */
    List<String> otherNames() {
        return List.of(
                name, name + " " + legalForm.replace(".", ""), name + ", " + legalForm, name.toUpperCase(Locale.ROOT));
    }
}
