package io.askwell.local.product;

import io.askwell.local.server.ServerFailedException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the reward ledger what another program would have promised for the conversions that it has recorded. */
public final class RewardPreview {

    /** A million conversions take minutes. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

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
        var request = HttpRequest.newBuilder(URI.create(product.url(Service.REWARD_LEDGER) + "/v1/rewards/preview"))
                .timeout(PATIENCE)
                .header(
                        "Authorization",
                        "Bearer " + product.tokens().mint(Login.OPERATOR.subject(), Login.OPERATOR.role()))
                .header("Content-Type", "application/yaml")
                .POST(BodyPublishers.ofFile(program))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            var answer = JsonMapper.shared().readTree(response.body());
            return response.statusCode() == 200 ? new Result.Previewed(answer) : new Result.Refused(said(answer));
        } catch (IOException e) {
            throw new ServerFailedException("reward-ledger did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while the program was tried", e);
        }
    }

    private static String said(JsonNode problem) {
        var errors = problem.path("errors")
                .valueStream()
                .map(error -> error.path("detail").asString())
                .collect(Collectors.joining("; "));
        return errors.isEmpty() ? problem.path("detail").asString() : errors;
    }
}
