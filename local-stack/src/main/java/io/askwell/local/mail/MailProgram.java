package io.askwell.local.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.helper.BasicMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** An SMTP server on loopback that keeps every mail as a file. It says yes only once the file is there. */
public final class MailProgram implements BasicMessageListener {

    private static final int TRY_LATER = 451;

    private final Path folder;
    private final InstantSource clock;
    private final AtomicLong last = new AtomicLong();

    MailProgram(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** @param arguments the port and the folder */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createDirectories(Path.of(arguments[1]));
        var program = new MailProgram(folder, InstantSource.system());
        program.server(Integer.parseInt(arguments[0])).start();
    }

    SMTPServer server(int port) {
        return SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandler(this)
                .build();
    }

    @Override
    public void messageArrived(MessageContext context, String from, String to, byte[] data) throws RejectException {
        keep(data);
    }

    void keep(byte[] data) throws RejectException {
        var name = "%020d".formatted(number());
        try {
            var unfinished = Files.write(folder.resolve(name + ".unfinished"), data);
            Files.move(unfinished, folder.resolve(name + Mailbox.SUFFIX), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new RejectException(TRY_LATER, "The mail could not be kept");
        }
    }

    /** The moment in milliseconds, or the next number where that is taken: names are in the order of arrival. */
    private long number() {
        var now = clock.millis();
        return last.updateAndGet(previous -> Math.max(previous + 1, now));
    }
}
