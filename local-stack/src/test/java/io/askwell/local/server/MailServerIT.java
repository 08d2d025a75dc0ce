package io.askwell.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.mail.Mail;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailServerIT {

    @TempDir
    private Path scratch;

    @Test
    void whatItTookIsStillThereAfterItWasKilledAndStartedAgain() throws MessagingException {
        var server = new MailServer(Installation.ofThisBuild(), scratch.resolve("mail"), FreePorts.next());
        try (var running = RunningServer.start(server)) {
            send(server.port(), "before");
            running.kill();
            running.restart();
            send(server.port(), "after");

            assertThat(server.mailbox().mails()).extracting(Mail::subject).containsExactly("before", "after");
            assertThat(server.mailbox().mails()).extracting(Mail::to).containsOnly("ann@acme.example");
            assertThat(server.log()).content().doesNotContain("ann@acme.example");
        }
    }

    private static void send(int port, String subject) throws MessagingException {
        var session = Session.getInstance(new Properties());
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress("asks@site.example"));
        message.setRecipient(RecipientType.TO, new InternetAddress("ann@acme.example"));
        message.setSubject(subject);
        message.setText("Hello");
        message.saveChanges();
        try (var transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", port, null, null);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }
}
