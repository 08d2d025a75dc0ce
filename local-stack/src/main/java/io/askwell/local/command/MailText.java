package io.askwell.local.command;

import io.askwell.local.mail.Mail;
import java.util.List;
import java.util.stream.Collectors;

/** Mails as lines for people: whom they went to, the subject and the first lines. */
final class MailText {

    private static final int LINES = 4;

    private MailText() {}

    static String of(List<Mail> mails) {
        return mails.isEmpty()
                ? "  none"
                : mails.stream()
                        .map(MailText::of)
                        .collect(Collectors.joining("\n"))
                        .stripTrailing();
    }

    private static String of(Mail mail) {
        return "  %s  %s\n     \"%s\"\n%s"
                .formatted(mail.receivedAt(), mail.to(), mail.subject(), firstLines(mail.text()));
    }

    private static String firstLines(String text) {
        var lines = text.lines().filter(line -> !line.isBlank()).toList();
        var shown =
                lines.stream().limit(LINES).map(line -> "     | " + line + "\n").collect(Collectors.joining());
        return lines.size() > LINES ? shown + "     | …\n" : shown;
    }
}
