package io.askwell.readiness.http;

import io.askwell.transport.event.Traceparent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Asks another instance of this service with the bearer token of the caller who is being answered: so nobody learns from one
 * instance what another would not tell, and there is no secret between instances.
 */
public final class InstanceClient implements AutoCloseable {

    /** An instance that is asked with it answers from what it holds and asks nobody else, so that no question goes in circles. */
    static final String FORWARDED = "Askwell-Forwarded";

    private static final Logger log = LoggerFactory.getLogger(InstanceClient.class);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(1);
    private static final Duration READ_PATIENCE = Duration.ofSeconds(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_PATIENCE)
            .build();
    private final Duration readPatience;

    public InstanceClient() {
        this(READ_PATIENCE);
    }

    InstanceClient(Duration readPatience) {
        this.readPatience = readPatience;
    }

    /**
     * Must be called on the thread that handles the caller's request.
     *
     * @param address host:port of the other instance
     * @param path as it stands in a URL, with its query
     * @return empty when the instance does not answer in time
     */
    CompletableFuture<Optional<HttpResponse<byte[]>>> get(String address, String path) {
        var request = HttpRequest.newBuilder(URI.create("http://" + address + path))
                .timeout(readPatience)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + callersToken())
                .header(Traceparent.HEADER, Traceparent.current().child().toString())
                .header(FORWARDED, "true")
                .build();
        // The request's own timeout ends with the headers; the other one covers the body.
        return http.sendAsync(request, BodyHandlers.ofByteArray())
                .orTimeout(readPatience.toMillis(), TimeUnit.MILLISECONDS)
                .thenApply(Optional::of)
                .exceptionally(failure -> silent(address, failure));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static String callersToken() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller) {
            return caller.getToken().getTokenValue();
        }
        throw new IllegalStateException("Other instances are asked in a caller's name only");
    }

    /** A killed or cut-off instance is missed by the group after a while; until then it is asked in vain. */
    private static Optional<HttpResponse<byte[]>> silent(String address, Throwable failure) {
        var cause = failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
        if (cause instanceof IOException || cause instanceof TimeoutException) {
            log.atInfo()
                    .addKeyValue("instance", address)
                    .addKeyValue("failure", cause.getClass().getName())
                    .log("Another instance does not answer");
            return Optional.empty();
        }
        throw new IllegalStateException("Another instance could not be asked", cause);
    }
}
