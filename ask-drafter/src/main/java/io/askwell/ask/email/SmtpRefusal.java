package io.askwell.ask.email;

import io.askwell.ask.domain.delivery.Handover;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What the failure of a send says about the letter. The text goes out between the command DATA and a line with a single
 * dot, so what was refused before has left nothing behind, and what the server refused after the dot it has not taken.
 * All else is unclear.
 */
final class SmtpRefusal {

    private static final int TEMPORARY = 400;
    private static final int PERMANENT = 500;
    private static final String END_OF_TEXT = ".";

    private SmtpRefusal() {}

    static Handover handover(MessagingException failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            switch (cause) {
                case SMTPAddressFailedException address -> {
                    return beforeTheText("recipient_refused", address.getReturnCode());
                }
                case SMTPSenderFailedException sender -> {
                    return beforeTheText("sender_refused", sender.getReturnCode());
                }
                case SMTPSendFailedException send
                when next(send) == null -> {
                    return END_OF_TEXT.equals(send.getCommand())
                            ? afterTheText(send.getReturnCode())
                            : beforeTheText("refused", send.getReturnCode());
                }
                default -> {}
            }
        }
        return new Handover.Unclear("connection_lost");
    }

    /** A server that has no time now, as one does that wants to see senders twice, may be asked again. */
    private static Handover beforeTheText(String what, int code) {
        return code >= PERMANENT
                ? new Handover.Refused(what + " " + code)
                : new Handover.NothingLeft(code < TEMPORARY ? "connection_lost" : what + " " + code);
    }

    private static Handover afterTheText(int code) {
        return code >= TEMPORARY ? new Handover.Refused("text_refused " + code) : new Handover.Unclear("no_answer");
    }

    private static @Nullable Throwable next(Throwable failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
