package io.askwell.local.product;

import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command that the operator gives to a service of a running product. */
final class OperatorCall {

    /** What grows with the product's history takes minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Product product;
    private final Service service;

    OperatorCall(Product product, Service service) {
        this.product = product;
        this.service = service;
    }

    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status == 200;
        }
    }

    Answer post(String path, String mediaType, BodyPublisher content) {
        var request = HttpRequest.newBuilder(URI.create(product.url(service) + path))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Bearer " + product.tokens().mint(Login.OPERATOR.subject(), Login.OPERATOR.role()))
                .header("Content-Type", mediaType)
                .POST(content)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            return new Answer(response.statusCode(), JsonMapper.shared().readTree(response.body()));
        } catch (IOException e) {
            throw new ServerFailedException(service.label() + " did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while " + service.label() + " worked", e);
        }
    }
}
