package io.askwell.ask.webhook;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST over one connection to an address that was looked up and judged before. The JDK's client looks the name up once
 * more when it connects, and so may reach another address than the one that was judged; hence these few lines of HTTP/1.1.
 * Of the answer only the status counts: no redirect is followed and no body is read.
 */
final class OnePost implements AutoCloseable {

    private static final int MOST_HEADER_BYTES = 16 * 1024;
    /** CR LF CR LF. */
    private static final int EMPTY_LINE = 0x0d0a0d0a;

    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.[01] ([1-5][0-9]{2})( .*)?");

    private final WebhookSettings settings;
    private final Socket connection;
    private Socket socket;

    /** At the time limit the connection is cut, whatever is being looked up, read or written. */
    OnePost(WebhookSettings settings, Duration timeLimit) {
        this.settings = settings;
        this.connection = new Socket();
        this.socket = connection;
        CompletableFuture.delayedExecutor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)
                .execute(this::close);
    }

    /** Returns with the encryption in place; until then the other side has seen nothing of the body. */
    void connect(InetAddress address, Duration patience) throws IOException {
        connection.connect(new InetSocketAddress(address, settings.port()), Math.toIntExact(patience.toMillis()));
        if (settings.isEncrypted()) {
            var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
            var encrypted =
                    (SSLSocket) factory.createSocket(connection, settings.url().getHost(), settings.port(), true);
            var parameters = encrypted.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            encrypted.setSSLParameters(parameters);
            encrypted.startHandshake();
            socket = encrypted;
        }
    }

    /** Returns the status of the final answer. */
    int send(Map<String, String> headers, byte[] body) throws IOException {
        var request = new ByteArrayOutputStream();
        request.writeBytes(head(headers, body.length).getBytes(ISO_8859_1));
        request.writeBytes(body);
        var out = socket.getOutputStream();
        out.write(request.toByteArray());
        out.flush();
        var in = new BufferedInputStream(socket.getInputStream());
        int status = readStatus(in);
        while (status < 200) {
            status = readStatus(in);
        }
        return status;
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException("A connection could not be cut", e);
        }
    }

    private String head(Map<String, String> headers, int length) {
        String path = settings.url().getRawPath();
        String query = settings.url().getRawQuery();
        var head = new StringBuilder("POST ")
                .append(path == null || path.isEmpty() ? "/" : path)
                .append(query == null ? "" : "?" + query)
                .append(" HTTP/1.1\r\nHost: ")
                .append(settings.url().getRawAuthority())
                .append("\r\nConnection: close\r\nContent-Length: ")
                .append(length)
                .append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static int readStatus(InputStream in) throws IOException {
        var header = new ByteArrayOutputStream();
        int lastFour = 0;
        while (lastFour != EMPTY_LINE) {
            int next = in.read();
            if (next < 0 || header.size() >= MOST_HEADER_BYTES) {
                throw new IOException("The answer has no end of its header");
            }
            header.write(next);
            lastFour = lastFour << 8 | next;
        }
        String statusLine = header.toString(ISO_8859_1).split("\r\n", 2)[0];
        var matcher = STATUS_LINE.matcher(statusLine);
        if (!matcher.matches()) {
            throw new IOException("The answer is not HTTP/1.1");
        }
        return Integer.parseInt(matcher.group(1));
    }
}
