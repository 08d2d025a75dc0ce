package io.askwell.local.product;

import io.askwell.local.server.LocalServer;
import io.askwell.local.server.Provisioning;
import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Has the topic of a queue written again from the database of its service, and makes the topic first where it is gone. */
public final class QueueRebuild {

    /** A queue of a hundred thousand takes minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Product product;
    private final Queue queue;

    public QueueRebuild(Product product, Queue queue) {
        this.product = product;
        this.queue = queue;
    }

    public sealed interface Result {

        /**
         * @param queued items that wait and were written again
         * @param removed items that the topic held though they no longer wait
         */
        record Rebuilt(int queued, int removed) implements Result {}

        /** @param said the service's own words */
        record Refused(String said) implements Result {}
    }

    /** What must run and does not; empty when nothing is in the way. */
    public Optional<String> missing() {
        var writer = product.services().stream()
                .filter(server -> server.service() == queue.writer())
                .findFirst()
                .orElseThrow();
        return List.of(product.broker(), product.registry(), writer).stream()
                .filter(server -> !server.isReady())
                .map(LocalServer::name)
                .findFirst();
    }

    public Result run() {
        new Provisioning(product.broker().bootstrapServers(), product.registry().confluentUrl()).run();
        var request = HttpRequest.newBuilder(
                        URI.create(product.url(queue.writer()) + "/v1/operations/rebuild-" + queue.label()))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Bearer " + product.tokens().mint(Login.OPERATOR.subject(), Login.OPERATOR.role()))
                .POST(BodyPublishers.noBody())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            var answer = JsonMapper.shared().readTree(response.body());
            return response.statusCode() == 200
                    ? new Result.Rebuilt(
                            answer.path("queued").asInt(),
                            answer.path("removed").asInt())
                    : new Result.Refused(answer.path("detail").asString(response.body()));
        } catch (IOException e) {
            throw new ServerFailedException(queue.writer().label() + " did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while the queue was rebuilt", e);
        }
    }
}
