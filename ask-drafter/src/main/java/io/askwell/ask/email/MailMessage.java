package io.askwell.ask.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.ask.application.Letter;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;

/** A letter as a message in plain text. Its Message-ID is the ask's for ever, so that receivers recognise a second one. */
final class MailMessage extends MimeMessage {

    private final String messageId;

    private MailMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** Why a letter cannot become a message. */
    static final class UnfitLetterException extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param reason a short word, nothing personal */
        UnfitLetterException(String reason) {
            super(reason);
        }
    }

    /** The text is never changed to fit: a subject that a header cannot hold is refused. */
    static MailMessage of(Letter letter, SmtpSettings settings, Session session, Instant now)
            throws MessagingException, UnfitLetterException {
        if (hasControlCharacter(letter.subject())) {
            throw new UnfitLetterException("subject_is_not_one_line");
        }
        InternetAddress from = new InternetAddress(settings.from(), true);
        var message = new MailMessage(session, "<" + letter.askId() + "@" + domain(from) + ">");
        message.setFrom(from);
        String replyTo = settings.replyTo();
        if (replyTo != null) {
            message.setReplyTo(InternetAddress.parse(replyTo, true));
        }
        message.setRecipient(RecipientType.TO, recipient(letter));
        message.setSubject(letter.subject(), UTF_8.name());
        message.setText(letter.body(), UTF_8.name());
        message.setSentDate(Date.from(now));
        message.saveChanges();
        return message;
    }

    String messageId() {
        return messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** A name is only for show: what would break a header is left out of it. */
    private static InternetAddress recipient(Letter letter) throws UnfitLetterException {
        try {
            if (hasControlCharacter(letter.recipientEmail())) {
                throw new UnfitLetterException("address_is_none");
            }
            var address = new InternetAddress(letter.recipientEmail(), true);
            if (address.isGroup() || address.getAddress().indexOf('@') < 1) {
                throw new UnfitLetterException("address_is_none");
            }
            String name = letter.recipientName();
            if (name != null) {
                address.setPersonal(name.replaceAll("\\p{Cntrl}+", " "), UTF_8.name());
            }
            return address;
        } catch (AddressException _) {
            throw new UnfitLetterException("address_is_none");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("Every Java platform has UTF-8", e);
        }
    }

    private static boolean hasControlCharacter(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    private static String domain(InternetAddress address) {
        return address.getAddress().substring(address.getAddress().lastIndexOf('@') + 1);
    }
}
