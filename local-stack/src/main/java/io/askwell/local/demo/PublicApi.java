package io.askwell.local.demo;

import io.askwell.local.product.Login;
import io.askwell.local.product.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as anyone with {@code local.env} reaches it. */
final class PublicApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> environment;

    /** @param environment the values of {@code local.env} */
    PublicApi(Map<String, String> environment) {
        this.environment = environment;
    }

    /** An answer with any status. */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status == 200;
        }
    }

    Answer get(Service service, Login as, String path) {
        return send(request(service, as, path).GET());
    }

    /** Items of a list, of which a story as short as this one fills one page. */
    JsonNode list(Service service, Login as, String path) {
        return required(path, get(service, as, path)).path("items");
    }

    Answer post(Service service, Login as, String path, JsonNode body) {
        return send(request(service, as, path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    /** A command that may be sent again under the same key. */
    Answer command(Service service, Login as, String path, String key, Map<String, Object> body) {
        return send(request(service, as, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** The body of an answer that must be a success. */
    static JsonNode required(String asked, Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new StoryInterruptedException(asked + " was answered with " + answer.status() + ": "
                    + answer.body().path("detail").asString(answer.body().toString()));
        }
        return answer.body();
    }

    private HttpRequest.Builder request(Service service, Login as, String path) {
        return HttpRequest.newBuilder(URI.create(value("ASKWELL_" + service.name() + "_URL") + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + value(as.variable()));
    }

    private Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = client.send(request, BodyHandlers.ofString());
            var body = response.body().isBlank() ? JSON.missingNode() : JSON.readTree(response.body());
            return new Answer(response.statusCode(), body);
        } catch (IOException e) {
            throw new StoryInterruptedException("No answer from " + request.uri() + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryInterruptedException("Interrupted while waiting for " + request.uri());
        }
    }

    private String value(String name) {
        var value = environment.get(name);
        if (value == null) {
            throw new StoryInterruptedException(name + " is missing from local.env");
        }
        return value;
    }
}
