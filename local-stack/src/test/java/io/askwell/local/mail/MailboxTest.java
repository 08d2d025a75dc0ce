package io.askwell.local.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    private static final String MAIL = """
            From: Site <asks@site.example>
            To: =?UTF-8?Q?Zo=C3=AB_Roe?= <zoe@acme.example>
            Subject: =?UTF-8?Q?A_favour,_Zo=C3=AB=3F?=
            Message-ID: <ask-1@site.example>
            MIME-Version: 1.0
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Hello Zo=C3=AB,
            who else?
            """.replace("\n", "\r\n");

    @TempDir
    private Path folder;

    @Test
    void aMailIsShownAsItWasWritten() throws Exception {
        Files.writeString(folder.resolve("00000001790848800000.eml"), MAIL);

        assertThat(new Mailbox(folder).mails())
                .containsExactly(new Mail(
                        Instant.ofEpochMilli(1_790_848_800_000L),
                        "<ask-1@site.example>",
                        "Site <asks@site.example>",
                        "\"Zoë Roe\" <zoe@acme.example>",
                        "A favour, Zoë?",
                        "Hello Zoë,\nwho else?\n"));
    }

    @Test
    void mailsOfOneMomentAllStayInTheOrderOfTheirArrival() throws Exception {
        var program = new MailProgram(folder, InstantSource.fixed(Instant.EPOCH));
        for (var subject : new String[] {"first", "second", "third"}) {
            program.keep(("Subject: " + subject + "\r\n\r\n").getBytes(UTF_8));
        }

        assertThat(new Mailbox(folder).mails()).extracting(Mail::subject).containsExactly("first", "second", "third");
    }

    @Test
    void beforeTheFirstStartThereAreNone() {
        assertThat(new Mailbox(folder.resolve("absent")).mails()).isEmpty();
    }
}
