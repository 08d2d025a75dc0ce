package io.askwell.ask.domain;

/** Who acts, and in which role. */
public record Person(String id, Role role) {

    /** The roles that this service knows. */
    public enum Role {
        ACCOUNT_OWNER,
        PROGRAM_OWNER,
        OPERATOR
    }
}
