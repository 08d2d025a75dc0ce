package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What the API says about the asks of a customer. */
final class Asking {

    static final Duration SOON = Duration.ofSeconds(20);

    private Asking() {}

    /** All asks of the customer, the latest first. */
    static List<JsonNode> asks(Caller caller, String customerId) {
        var asks = new ArrayList<JsonNode>();
        caller.get("/v1/asks?customerId=" + customerId).body().at("/items").forEach(asks::add);
        return asks;
    }

    static List<String> statuses(Caller caller, String customerId) {
        return asks(caller, customerId).stream()
                .map(ask -> ask.at("/status").asString())
                .toList();
    }

    /** Waits until the latest ask has this status. */
    static JsonNode awaitLatest(Caller caller, String customerId, String status) {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(statuses(caller, customerId)).startsWith(status));
        return asks(caller, customerId).getFirst();
    }
}
