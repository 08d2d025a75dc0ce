package io.askwell.ask.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.askwell.ask.application.Letter;
import io.askwell.ask.domain.delivery.Handover;
import io.askwell.ask.email.SmtpSettings.Security;
import jakarta.mail.Address;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an SMTP server does, told apart by whether the letter may have left. */
class SmtpPostboxTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final GreenMail mail =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void aLetterArrivesAsPlainTextFromTheSiteToThePersonWithTheIdOfTheAsk() throws Exception {
        Handover handover = postbox(mail.getSmtp().getPort()).post(letter("A favour, Zoë?", "Hello Zoë,\nwho else?\n"));

        assertThat(handover).isEqualTo(new Handover.Taken("<ask-1@site.example>"));
        MimeMessage[] messages = mail.getReceivedMessages();
        assertThat(messages).hasSize(1);
        MimeMessage message = messages[0];
        assertThat(message.getMessageID()).isEqualTo("<ask-1@site.example>");
        assertThat(message.getSubject()).isEqualTo("A favour, Zoë?");
        assertThat(message.getContentType()).startsWith("text/plain");
        assertThat(message.getContent().toString().replace("\r\n", "\n").stripTrailing())
                .isEqualTo("Hello Zoë,\nwho else?");
        assertThat(message.getFrom()[0].toString()).isEqualTo("Site <asks@site.example>");
        assertThat(message.getReplyTo()[0].toString()).isEqualTo("rep-7@site.example");
        assertThat(message.getAllRecipients())
                .extracting(Address::toString)
                .containsExactly("Ann Roe <ann@acme.example>");
    }

    @Test
    void aNameThatWouldBreakAHeaderAddsNone() throws Exception {
        var letter = new Letter(
                "ask-1", "C-1", null, "Ann\r\nBcc: all@acme.example", "ann@acme.example", "Hello", "Hi", "hash");

        postbox(mail.getSmtp().getPort()).post(letter);

        MimeMessage message = mail.getReceivedMessages()[0];
        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getAllRecipients()).hasSize(1);
    }

    @Test
    void aSubjectOfTwoLinesIsRefusedAndNotChanged() {
        assertThat(postbox(mail.getSmtp().getPort()).post(letter("Hello\r\nBcc: all@acme.example", "Hi")))
                .isEqualTo(new Handover.Refused("subject_is_not_one_line"));
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"ann", "'ann@a.example, bob@b.example'", "'team: ann@a.example;'", "''"})
    void whatIsNoSingleAddressIsRefused(String address) {
        var letter = new Letter("ask-1", "C-1", null, null, address, "Hello", "Hi", "hash");

        assertThat(postbox(mail.getSmtp().getPort()).post(letter)).isEqualTo(new Handover.Refused("address_is_none"));
        assertThat(mail.getReceivedMessages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550 5.1.1 no such user ann@acme.example, recipient_refused 550",
        "MAIL, 553 not from you, sender_refused 553",
        "DATA, 554 no, refused 554",
        "., 554 5.7.1 looks like spam, text_refused 554",
        "., 451 later, text_refused 451"
    })
    void whatTheServerRefusesForGoodIsRefusedInShortWordsWithoutTheAddress(String command, String answer, String reason)
            throws IOException {
        assertThat(posted(command, answer)).isEqualTo(new Handover.Refused(reason));
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 too busy, no_connection",
        "CONNECT, hang up, no_connection",
        "RCPT, 451 greylisted, recipient_refused 451",
        "MAIL, 452 no room, refused 452",
        "DATA, 451 later, refused 451"
    })
    void beforeTheTextATroubleThatPassesLeavesNothingBehind(String command, String answer, String reason)
            throws IOException {
        assertThat(posted(command, answer)).isEqualTo(new Handover.NothingLeft(reason));
    }

    @Test
    void aServerThatTakesTheTextAndHangsUpBeforeItsAnswerLeavesItUnclear() throws IOException {
        try (var server = new ScriptedServer().answering(".", ScriptedServer.HANG_UP)) {
            assertThat(postbox(server.port()).post(letter("Hello", "Hi"))).isEqualTo(new Handover.Unclear("no_answer"));
            assertThat(server.texts()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatTakesTheTextAndFallsSilentIsCutOffAtTheTimeLimitAndLeavesItUnclear() throws IOException {
        try (var server = new ScriptedServer().answering(".", ScriptedServer.SILENCE)) {
            var postbox = new SmtpPostbox(
                    settings(server.port(), Security.NONE, Duration.ofMillis(700)), InstantSource.system());

            assertThat(postbox.post(letter("Hello", "Hi"))).isInstanceOf(Handover.Unclear.class);
        }
    }

    @Test
    void whereNobodyListensNothingLeft() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = socket.getLocalPort();
        }

        assertThat(postbox(nobody).post(letter("Hello", "Hi"))).isEqualTo(new Handover.NothingLeft("no_connection"));
    }

    @Test
    void aServerThatDoesNotOfferTheDemandedEncryptionGetsNothing() throws IOException {
        try (var server = new ScriptedServer()) {
            var postbox = new SmtpPostbox(settings(server.port(), Security.STARTTLS, LIMIT), InstantSource.system());

            assertThat(postbox.post(letter("Hello", "Hi"))).isEqualTo(new Handover.NothingLeft("no_connection"));
            assertThat(server.texts()).isZero();
        }
    }

    @Test
    void aServerOrASenderThatIsNotSetIsAMistakeAtTheStart() {
        assertThatThrownBy(() -> new SmtpSettings("", 25, Security.NONE, null, null, "a@b.example", null, LIMIT))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void settingsNeverShowThePassword() {
        assertThat(new SmtpSettings("mail.example", 25, Security.TLS, "u", "p-word", "a@b.example", "", LIMIT))
                .hasToString("SMTP server mail.example:25");
    }

    private static Handover posted(String command, String answer) throws IOException {
        try (var server = new ScriptedServer().answering(command, answer)) {
            return postbox(server.port()).post(letter("Hello", "Hi"));
        }
    }

    private static SmtpPostbox postbox(int port) {
        return new SmtpPostbox(settings(port, Security.NONE, LIMIT), InstantSource.system());
    }

    private static SmtpSettings settings(int port, Security security, Duration limit) {
        return new SmtpSettings(
                "127.0.0.1", port, security, null, null, "Site <asks@site.example>", "rep-7@site.example", limit);
    }

    private static Letter letter(String subject, String body) {
        return new Letter("ask-1", "C-1", "rep-7", "Ann Roe", "ann@acme.example", subject, body, "hash");
    }
}
