package io.askwell.local.mail;

import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The mails in a folder. */
public record Mailbox(Path folder) {

    static final String SUFFIX = ".eml";

    /** In the order of arrival; none where no mail server has run yet. */
    public List<Mail> mails() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(Mailbox::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " cannot be read", e);
        }
    }

    private static Mail read(Path file) {
        var name = file.getFileName().toString();
        var receivedAt = Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
        try (var stream = Files.newInputStream(file)) {
            var message = new MimeMessage(Session.getInstance(new Properties()), stream);
            return new Mail(
                    Instant.ofEpochMilli(receivedAt),
                    shown(message.getMessageID()),
                    addresses(message.getFrom()),
                    addresses(message.getRecipients(RecipientType.TO)),
                    shown(message.getSubject()),
                    text(message.getContent()));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (MessagingException e) {
            throw new IllegalStateException(file + " is no mail", e);
        }
    }

    /** Ours are plain text; what somebody else sent here is shown by what it is. */
    private static String text(Object content) {
        return content instanceof String text
                ? text.replace("\r\n", "\n")
                : "(" + content.getClass().getSimpleName() + ")";
    }

    private static String addresses(Address @Nullable [] addresses) {
        return addresses == null ? "" : InternetAddress.toUnicodeString(addresses);
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }
}
