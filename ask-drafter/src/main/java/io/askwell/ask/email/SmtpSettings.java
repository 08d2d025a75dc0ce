package io.askwell.ask.email;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The SMTP server of the site, usually its own relay.
 *
 * @param user null where the server asks for none
 * @param from who writes, as in {@code Askwell <asks@site.example>}
 * @param replyTo where answers go; null for {@code from}
 * @param timeLimit for a whole send, from the connection to the server's answer
 */
public record SmtpSettings(
        String host,
        int port,
        Security security,
        @Nullable String user,
        @Nullable String password,
        String from,
        @Nullable String replyTo,
        Duration timeLimit) {

    /** How the connection is protected. */
    public enum Security {
        /** From the greeting on; a server that does not offer it gets nothing. */
        STARTTLS,
        /** From the first byte. */
        TLS,
        /** Not at all: for a server on this machine. */
        NONE
    }

    /** A blank setting is an absent one. */
    public SmtpSettings {
        user = absentIfBlank(user);
        password = absentIfBlank(password);
        replyTo = absentIfBlank(replyTo);
        if (host.isBlank() || from.isBlank()) {
            throw new IllegalArgumentException("Delivery by e-mail needs the server and the address of the sender");
        }
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("The time limit of a send must be longer than nothing");
        }
    }

    private static @Nullable String absentIfBlank(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "SMTP server " + host + ":" + port;
    }
}
