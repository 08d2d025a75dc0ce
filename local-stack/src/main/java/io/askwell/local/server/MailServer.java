package io.askwell.local.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.askwell.local.mail.Mailbox;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The mail server of a product, where mails land and stay. */
public record MailServer(Installation installation, Path directory, int port) implements LocalServer {

    /** By name: whoever only looks at a product needs no mail server on the class path. */
    private static final String PROGRAM = "io.askwell.local.mail.MailProgram";

    private static final int ANSWER_MILLIS = 2_000;

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public String address() {
        return "smtp://127.0.0.1:" + port;
    }

    @Override
    public Path log() {
        return directory.resolve("mail.log");
    }

    public Mailbox mailbox() {
        return new Mailbox(directory.resolve("mailbox"));
    }

    @Override
    public ProcessHandle launch() {
        return Processes.launch(
                List.of(
                        Installation.java(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx48m",
                        "-Xss512k",
                        "-Dlogback.configurationFile=io/askwell/local/mail/logback.xml",
                        "-cp",
                        classes() + File.pathSeparator + installation.classPath(),
                        PROGRAM,
                        Integer.toString(port),
                        mailbox().folder().toString()),
                Map.of(),
                log());
    }

    /** Ready once it greets as a mail server does. */
    @Override
    public boolean isReady() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            var greeting = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            return greeting != null && greeting.startsWith("220");
        } catch (IOException e) {
            return false;
        }
    }

    /** Where this module's own classes lie: its jar, or the folder of the build in tests. */
    private static Path classes() {
        try {
            return Path.of(MailServer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The classes of this build have no place", e);
        }
    }
}
