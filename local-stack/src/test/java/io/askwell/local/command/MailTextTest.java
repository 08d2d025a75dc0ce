package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.mail.Mail;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailTextTest {

    private static final Instant AT = Instant.parse("2026-10-01T10:00:00Z");

    @Test
    void aMailShowsWhomItWentToItsSubjectAndItsFirstLines() {
        var mail =
                new Mail(AT, "<1@site.example>", "asks@site.example", "ann@acme.example", "Hello", "1\n\n2\n3\n4\n5\n");

        assertThat(MailText.of(List.of(mail))).isEqualTo("""
                  2026-10-01T10:00:00Z  ann@acme.example
                     "Hello"
                     | 1
                     | 2
                     | 3
                     | 4
                     | …""".indent(2).stripTrailing());
    }

    @Test
    void anEmptyMailboxSaysSo() {
        assertThat(MailText.of(List.of())).isEqualTo("  none");
    }
}
