package io.askwell.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.system.AskwellProduct.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The steps of a referral as the outside takes them. Every step waits for what it needs, at most a minute. */
final class Story {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AskwellProduct product;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    Story(AskwellProduct product) {
        this.product = product;
    }

    /** What makes a customer of rep-7 ready: long with us, onboarded, successful, active, and just now full of praise. */
    List<String> praise(String customerId) {
        return List.of(
                signal(customerId, "profile", "customer_updated", 30, """
                        {"name":"%1$s","company":"%1$s Ltd","accountOwner":"rep-7","segment":"smb","timezone":"UTC","signedUpAt":"%2$s","onboarded":true,"contactName":"Ann","email":"ann@customer.example"}""".formatted(
                                customerId, now.minus(400, ChronoUnit.DAYS))),
                signal(customerId, "first", "first_success_achieved", 20, "{}"),
                signal(customerId, "usage", "usage_reported", 10, "{\"percentile\":90,\"activeDays\":40}"),
                signal(customerId, "nps", "nps_scored", 0, "{\"score\":10,\"comment\":\"You saved us hours\"}"));
    }

    String openTicket(String customerId) {
        return signal(customerId, "ticket", "ticket_opened", 0, "{\"ticketId\":\"T-1\",\"severity\":\"high\"}");
    }

    void report(List<String> signals) {
        Answer answer = product.postLines("SIGNAL_INGEST", "SOURCE", "/v1/signals", signals);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(signals.size());
    }

    JsonNode awaitReadiness(String customerId, String decision) {
        return await().atMost(PATIENCE)
                .until(
                        () -> product.tryGet(
                                "READINESS_SCORER", "PROGRAM_OWNER", "/v1/customers/" + customerId + "/readiness"),
                        answer -> answer.status() == 200
                                && answer.json().path("decision").asString().equals(decision))
                .json();
    }

    JsonNode awaitAsk(String customerId, String status) {
        return await().atMost(PATIENCE)
                .until(
                        () -> product.get("ASK_DRAFTER", "ACCOUNT_OWNER", "/v1/asks?customerId=" + customerId)
                                .path("items"),
                        asks -> !asks.isEmpty()
                                && asks.get(0).path("status").asString().equals(status))
                .get(0);
    }

    Answer approveAsk(JsonNode ask) {
        return product.post(
                "ASK_DRAFTER",
                "ACCOUNT_OWNER",
                "/v1/asks/" + ask.path("askId").asString() + "/decision",
                "{\"decision\":\"approve\",\"draftVersion\":%d}"
                        .formatted(ask.path("draft").path("version").asInt()));
    }

    void refer(String leadEmail, String externalId, String customerId) {
        refer(leadEmail, externalId, customerId, Duration.ZERO);
    }

    void refer(String leadEmail, String externalId, String customerId, Duration ago) {
        Answer answer = product.post("SIGNAL_INGEST", "SOURCE", "/v1/leads", """
                {"id":"form-%2$s","source":"website-form","occurredAt":"%4$s",
                 "lead":{"name":"%5$s","email":"%1$s","externalId":"%2$s","company":"Roe Inc."},
                 "referrer":{"customerId":"%3$s"},"sourcePath":{"channel":"email_intro"},"introductionBasis":"advocate_introduced"}""".formatted(
                        leadEmail, externalId, customerId, now.minus(ago), nameOf(leadEmail)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    /** Of its own for each lead, since two of one name at one company are likely one lead. */
    private static String nameOf(String leadEmail) {
        StringBuilder letters = new StringBuilder();
        UUID.nameUUIDFromBytes(leadEmail.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "")
                .chars()
                .limit(16)
                .forEach(digit -> letters.append((char) ('a' + Character.digit(digit, 16))));
        return letters.insert(8, ' ').toString();
    }

    void win(String externalId) {
        win(externalId, Duration.ZERO);
    }

    void win(String externalId, Duration ago) {
        update(externalId, "deal_won", now.minus(ago).plusSeconds(1));
    }

    /** The whole value of the deal is given back. */
    void refund(String externalId) {
        update(externalId, "refunded", now.plusSeconds(2));
    }

    private void update(String externalId, String stage, Instant at) {
        Answer answer =
                product.post("SIGNAL_INGEST", "SOURCE", "/v1/lead-updates", """
                {"id":"%3$s-%1$s","source":"crm","occurredAt":"%2$s","lead":{"externalId":"%1$s"},
                 "stage":"%3$s","value":{"amountMinor":2500000,"currency":"USD"},"owner":"rep-7"}""".formatted(externalId, at, stage));
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    }

    JsonNode awaitReferral(String leadEmail, String stage) {
        return await().atMost(PATIENCE)
                .until(
                        () -> product.get(
                                        "ATTRIBUTION_TRACKER", "PROGRAM_OWNER", "/v1/referrals?leadEmail=" + leadEmail)
                                .path("items"),
                        referrals -> referrals.size() == 1
                                && referrals.get(0).path("stage").asString().equals(stage))
                .get(0);
    }

    JsonNode awaitRewards(String referralId, int count, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> product.get("REWARD_LEDGER", "PROGRAM_OWNER", "/v1/rewards?referralId=" + referralId)
                                .path("items"),
                        rewards -> rewards.size() == count
                                && rewards.valueStream()
                                        .anyMatch(reward ->
                                                reward.path("state").asString().equals(state)));
    }

    Answer approveReward(JsonNode reward) {
        return product.post(
                "REWARD_LEDGER",
                "PROGRAM_OWNER",
                "/v1/rewards/" + reward.path("rewardId").asString() + "/decision",
                "{\"decision\":\"approve\",\"reason\":\"checked with the account owner\"}");
    }

    JsonNode awaitReward(String rewardId, String state) {
        return await().atMost(PATIENCE)
                .until(
                        () -> product.get("REWARD_LEDGER", "FINANCE", "/v1/rewards/" + rewardId),
                        reward -> reward.path("state").asString().equals(state));
    }

    /** Finance takes all that is payable into a batch, and the provider says that it paid this one. */
    JsonNode pay(String rewardId) {
        JsonNode batch = product.post("REWARD_LEDGER", "FINANCE", "/v1/payout-batches", "{\"currency\":\"USD\"}")
                .json();
        assertThat(batch.path("items")
                        .valueStream()
                        .map(item -> item.path("rewardId").asString()))
                .contains(rewardId);
        Answer settled = product.post(
                "REWARD_LEDGER",
                "FINANCE",
                "/v1/payout-batches/" + batch.path("batchId").asString() + "/settlement",
                """
                {"results":[{"rewardId":"%s","outcome":"paid","providerRef":"bank-1","reason":null}]}""".formatted(rewardId));
        assertThat(settled.status()).as(settled.body()).isEqualTo(200);
        return awaitReward(rewardId, "paid");
    }

    Stream<String> transferCodes(String referralId) {
        return product.get("REWARD_LEDGER", "FINANCE", "/v1/ledger/transfers?referralId=" + referralId)
                .path("items")
                .valueStream()
                .map(transfer -> transfer.path("code").asString());
    }

    void assertBooksBalance() {
        JsonNode balance = product.get("REWARD_LEDGER", "FINANCE", "/v1/ledger/trial-balance");
        assertThat(balance.path("currencies").isEmpty()).isFalse();
        assertThat(balance.path("currencies").valueStream())
                .allSatisfy(currency ->
                        assertThat(currency.path("differenceMinor").asLong()).isZero());
    }

    private String signal(String customerId, String name, String kind, int daysAgo, String attributes) {
        return """
                {"id":"%1$s-%2$s","source":"story","customerId":"%1$s","kind":"%3$s","occurredAt":"%4$s","attributes":%5$s}""".formatted(customerId, name, kind, now.minus(daysAgo, ChronoUnit.DAYS), attributes);
    }
}
