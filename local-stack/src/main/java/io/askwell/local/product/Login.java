package io.askwell.local.product;

import java.util.Locale;

/** Who may act on a local product: one source or person for each role. */
public enum Login {
    SOURCE("local"),
    ACCOUNT_OWNER("rep-7"),
    PROGRAM_OWNER("pat"),
    FINANCE("fin"),
    OPERATOR("ops");

    private final String subject;

    Login(String subject) {
        this.subject = subject;
    }

    public String subject() {
        return subject;
    }

    public String role() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The name under which {@code local.env} gives the bearer token. */
    public String variable() {
        return "ASKWELL_TOKEN_" + name();
    }
}
