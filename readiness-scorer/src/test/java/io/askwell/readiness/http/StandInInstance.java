package io.askwell.readiness.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Another instance as it looks from outside: it says what it is told to say, and remembers what it was asked. */
final class StandInInstance implements AutoCloseable {

    private static final Said NOTHING = new Said(0, "", "");

    private final HttpServer server;
    private volatile Said said = NOTHING;
    private volatile @Nullable URI asked;
    private volatile @Nullable Headers headers;

    private StandInInstance(HttpServer server) {
        this.server = server;
    }

    static StandInInstance start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var instance = new StandInInstance(server);
            server.createContext("/", instance::handle);
            server.start();
            return instance;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void callAs(String token) {
        var jwt = Jwt.withTokenValue(token)
                .header("alg", "RS256")
                .subject("rep-7")
                .build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(jwt));
    }

    static void callAsNobody() {
        SecurityContextHolder.clearContext();
    }

    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(int status, String contentType, String body) {
        said = new Said(status, contentType, body);
    }

    void isSilent() {
        said = NOTHING;
    }

    String lastPath() {
        return requireNonNull(asked).toString();
    }

    @Nullable
    String lastHeader(String name) {
        return requireNonNull(headers).getFirst(name);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        asked = exchange.getRequestURI();
        headers = exchange.getRequestHeaders();
        Said answer = said;
        if (answer.equals(NOTHING)) {
            // The exchange stays open, as that of an instance that has stopped in the middle.
            return;
        }
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("Retry-After", "7");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private record Said(int status, String contentType, String body) {}
}
