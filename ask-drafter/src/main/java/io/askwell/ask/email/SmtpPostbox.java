package io.askwell.ask.email;

import io.askwell.ask.application.Letter;
import io.askwell.ask.application.Postbox;
import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Handover;
import io.askwell.ask.email.MailMessage.UnfitLetterException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** Hands letters to an SMTP server, one connection a letter. */
public final class SmtpPostbox implements Postbox {

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);

    private final SmtpSettings settings;
    private final InstantSource clock;

    public SmtpPostbox(SmtpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Carrier carrier() {
        return Carrier.EMAIL;
    }

    @Override
    public Duration timeLimit() {
        return settings.timeLimit();
    }

    @Override
    public Handover post(Letter letter) {
        try (var sockets = SocketsOfOneSend.closedAfter(settings.timeLimit())) {
            Session session = session(sockets);
            MailMessage message = MailMessage.of(letter, settings, session, clock.instant());
            return send(session, message);
        } catch (UnfitLetterException unfit) {
            return new Handover.Refused(String.valueOf(unfit.getMessage()));
        } catch (MessagingException e) {
            throw new IllegalStateException("A message could not be made", e);
        }
    }

    /** Until the connection stands, with the greeting, the encryption and the log-in, the server has seen no letter. */
    private Handover send(Session session, MailMessage message) throws MessagingException {
        var transport = (SMTPTransport) session.getTransport();
        try {
            transport.connect(settings.host(), settings.port(), settings.user(), settings.password());
        } catch (MessagingException e) {
            return new Handover.NothingLeft("no_connection");
        }
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return new Handover.Taken(message.messageId());
        } catch (MessagingException e) {
            return SmtpRefusal.handover(e);
        } finally {
            leave(transport);
        }
    }

    private static void leave(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException _) {
            // What became of the letter was settled before; a server that does not hear our farewell is not missed.
        }
    }

    private Session session(SocketsOfOneSend sockets) {
        var properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.socketFactory", sockets);
        // Else it tries again with a socket of its own, which nobody could cut.
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put(
                "mail.smtp.connectiontimeout",
                Long.toString(Math.min(
                        CONNECT_PATIENCE.toMillis(), settings.timeLimit().toMillis())));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.auth", Boolean.toString(settings.user() != null));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.security()) {
            case STARTTLS -> {
                properties.put("mail.smtp.starttls.enable", "true");
                properties.put("mail.smtp.starttls.required", "true");
            }
            case TLS -> properties.put("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        return Session.getInstance(properties);
    }
}
