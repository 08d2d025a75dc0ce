package io.askwell.ask.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An SMTP server that misbehaves as told: a real connection, and an answer of one's own to some commands. */
final class ScriptedServer implements AutoCloseable {

    /** As an answer: close the connection without a word. */
    static final String HANG_UP = "hang up";

    /** As an answer: say nothing and keep the connection. */
    static final String SILENCE = "silence";

    private static final Map<String, String> WELL_BEHAVED = Map.of(
            "CONNECT", "220 here",
            "EHLO", "250 here",
            "MAIL", "250 fine",
            "RCPT", "250 fine",
            "DATA", "354 go on",
            ".", "250 taken",
            "RSET", "250 fine",
            "QUIT", "221 bye");

    private final Map<String, String> answers = new ConcurrentHashMap<>(WELL_BEHAVED);
    private final AtomicInteger texts = new AtomicInteger();
    private final ServerSocket listening;

    ScriptedServer() throws IOException {
        listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serveAll);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** @param command such as RCPT, or CONNECT for the greeting, or a dot for the end of the text */
    ScriptedServer answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    /** How many whole texts have arrived. */
    int texts() {
        return texts.get();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private void serveAll() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException _) {
                // Closed by the test.
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), US_ASCII));
                Writer out = new OutputStreamWriter(client.getOutputStream(), US_ASCII)) {
            boolean goesOn = answer(out, "CONNECT");
            while (goesOn) {
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                String command = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
                goesOn = answer(out, command);
                if (goesOn
                        && command.equals("DATA")
                        && answers.getOrDefault("DATA", "").startsWith("354")) {
                    readText(in);
                    texts.incrementAndGet();
                    goesOn = answer(out, ".");
                }
            }
        } catch (IOException _) {
            // The client has gone; what it saw is what the test looks at.
        }
    }

    private static void readText(BufferedReader in) throws IOException {
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {}
    }

    private boolean answer(Writer out, String command) throws IOException {
        String answer = answers.getOrDefault(command, "502 unknown");
        if (answer.equals(HANG_UP)) {
            return false;
        }
        if (!answer.equals(SILENCE)) {
            out.write(answer + "\r\n");
            out.flush();
        }
        return true;
    }
}
