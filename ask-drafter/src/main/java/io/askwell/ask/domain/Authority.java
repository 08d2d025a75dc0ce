package io.askwell.ask.domain;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who may see and who may decide. */
public final class Authority {

    private Authority() {}

    /** The owner of that customer and the program owner; no one else. */
    static boolean mayDecide(Person person, Ask ask) {
        return switch (person.role()) {
            case ACCOUNT_OWNER -> owns(person, ask.proposal().ownerId());
            case PROGRAM_OWNER -> true;
            case OPERATOR -> false;
        };
    }

    /** @param ownerId of the customer; null when the customer has none */
    public static boolean maySee(Person person, @Nullable String ownerId) {
        return switch (person.role()) {
            case ACCOUNT_OWNER -> owns(person, ownerId);
            case PROGRAM_OWNER, OPERATOR -> true;
        };
    }

    private static boolean owns(Person person, @Nullable String ownerId) {
        return Objects.equals(person.id(), ownerId);
    }
}
