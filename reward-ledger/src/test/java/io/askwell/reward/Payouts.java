package io.askwell.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attributions.v1.AttributionEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What finance does, in few words. Batches take whatever is payable, so tests look at their own rewards only. */
final class Payouts {

    static final String BATCHES = "/v1/payout-batches";

    private static final String USD = "{\"currency\":\"USD\"}";

    private final RunningLedger ledger;
    private final Duration wonAgo;

    /** @param wonAgo long enough ago to be payable, in a quarter whose budget the tests leave enough of */
    Payouts(RunningLedger ledger, Duration wonAgo) {
        this.ledger = ledger;
        this.wonAgo = wonAgo;
    }

    /** Of a customer of its own, approved by pat. */
    JsonNode payable(String referralId) {
        return payable(won(referralId));
    }

    JsonNode payable(AttributionEvent won) {
        ledger.decide(ledger.proposed(won), "{\"decision\":\"approve\"}");
        return ledger.awaitState(won.getReferralId(), "referrer", "payable");
    }

    AttributionEvent won(String referralId) {
        AttributionEvent won = AttributionEvents.won(referralId, wonAgo);
        won.setAttribution(AttributionEvents.attributedTo("C-" + referralId));
        return won;
    }

    JsonNode make() {
        return make(RunningLedger.FINANCE);
    }

    JsonNode make(String token) {
        Answer answer = ledger.post(BATCHES, token, USD, null);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    JsonNode batch(JsonNode batch) {
        return ledger.get(path(batch), RunningLedger.OPERATOR).json();
    }

    Answer settle(JsonNode batch, String... results) {
        return ledger.post(
                path(batch) + "/settlement",
                RunningLedger.FINANCE,
                "{\"results\":[" + String.join(",", results) + "]}",
                null);
    }

    static String path(JsonNode batch) {
        return BATCHES + "/" + batch.path("batchId").asString();
    }

    static String paid(JsonNode reward, String providerRef) {
        return result(reward, "paid", providerRef);
    }

    static String failed(JsonNode reward) {
        return result(reward, "failed", null);
    }

    static String unknown(JsonNode reward) {
        return result(reward, "unknown", null);
    }

    static String result(JsonNode reward, String outcome, @Nullable String providerRef) {
        String reference = providerRef == null ? "null" : "\"" + providerRef + "\"";
        return "{\"rewardId\":\"" + id(reward) + "\",\"outcome\":\"" + outcome + "\",\"providerRef\":" + reference
                + "}";
    }

    /** Missing where the batch has no such item. */
    static JsonNode item(JsonNode batch, JsonNode reward) {
        return of(batch.path("items"), reward);
    }

    static List<String> leftOut(JsonNode batch, JsonNode reward) {
        return of(batch.path("leftOut"), reward)
                .path("reasons")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    String state(JsonNode reward) {
        return ledger.get("/v1/rewards/" + id(reward), RunningLedger.FINANCE)
                .json()
                .path("state")
                .asString();
    }

    List<String> transferCodes(JsonNode reward) {
        return ledger.get("/v1/ledger/transfers?rewardId=" + id(reward), RunningLedger.FINANCE)
                .json()
                .path("items")
                .valueStream()
                .map(transfer -> transfer.path("code").asString())
                .toList();
    }

    void assertTrialBalanceIsZero() {
        Map<String, Long> differences = ledger.get("/v1/ledger/trial-balance", RunningLedger.FINANCE)
                .json()
                .path("currencies")
                .valueStream()
                .collect(Collectors.toMap(
                        currency -> currency.path("currency").asString(),
                        currency -> currency.path("differenceMinor").asLong()));
        assertThat(differences).containsEntry("USD", 0L);
        assertThat(differences.values()).containsOnly(0L);
    }

    static String id(JsonNode reward) {
        return reward.path("rewardId").asString();
    }

    private static JsonNode of(JsonNode list, JsonNode reward) {
        return list.valueStream()
                .filter(item -> id(item).equals(id(reward)))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }
}
