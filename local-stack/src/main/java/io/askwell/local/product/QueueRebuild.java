package io.askwell.local.product;

import io.askwell.local.server.LocalServer;
import io.askwell.local.server.Provisioning;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Optional;

/** Has the topic of a queue written again from the database of its service, and makes the topic first where it is gone. */
public final class QueueRebuild {

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
        var answer = new OperatorCall(product, queue.writer())
                .post("/v1/operations/rebuild-" + queue.label(), "application/json", BodyPublishers.noBody());
        return answer.isOk()
                ? new Result.Rebuilt(
                        answer.body().path("queued").asInt(),
                        answer.body().path("removed").asInt())
                : new Result.Refused(
                        answer.body().path("detail").asString(answer.body().toString()));
    }
}
