package io.askwell.ask;

import io.askwell.local.server.SharedServers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a token, or nobody, at the HTTP API. */
record Caller(RunningDrafter drafter, @Nullable String token) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    static Caller accountOwner(String id) {
        return of(id, "account-owner");
    }

    static Caller programOwner() {
        return of("pat", "program-owner");
    }

    static Caller of(String id, String role) {
        return new Caller(RunningDrafter.shared(), SharedServers.tokens().mint(id, role));
    }

    static Caller nobody() {
        return new Caller(RunningDrafter.shared(), null);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer decide(String askId, String body) {
        return post("/v1/asks/" + askId + "/decision", body, null);
    }

    Answer post(String path, String body, @Nullable String idempotencyKey) {
        HttpRequest.Builder request =
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
        if (idempotencyKey != null) {
            request.header("Idempotency-Key", idempotencyKey);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(drafter.url() + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            String body = response.body().isEmpty() ? "null" : response.body();
            return new Answer(response.statusCode(), JSON.readTree(body));
        } catch (IOException e) {
            throw new IllegalStateException("The drafter does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    record Answer(int status, JsonNode body) {

        String text(String pointer) {
            return body.at(pointer).asString();
        }
    }
}
