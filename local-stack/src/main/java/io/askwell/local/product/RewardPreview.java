package io.askwell.local.product;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Asks the reward ledger what another program would have promised for the conversions that it has recorded. */
public final class RewardPreview {

    private final Product product;

    public RewardPreview(Product product) {
        this.product = product;
    }

    public sealed interface Result {

        record Previewed(JsonNode report) implements Result {}

        /** @param said the service's own words */
        record Refused(String said) implements Result {}
    }

    public boolean isRunning() {
        return product.services().stream()
                .anyMatch(server -> server.service() == Service.REWARD_LEDGER && server.isReady());
    }

    /** @throws FileNotFoundException when there is no such file */
    public Result run(Path program) throws FileNotFoundException {
        var answer = new OperatorCall(product, Service.REWARD_LEDGER)
                .post("/v1/rewards/preview", "application/yaml", BodyPublishers.ofFile(program));
        return answer.isOk() ? new Result.Previewed(answer.body()) : new Result.Refused(said(answer.body()));
    }

    private static String said(JsonNode problem) {
        var errors = problem.path("errors")
                .valueStream()
                .map(error -> error.path("detail").asString())
                .collect(Collectors.joining("; "));
        return errors.isEmpty() ? problem.path("detail").asString() : errors;
    }
}
