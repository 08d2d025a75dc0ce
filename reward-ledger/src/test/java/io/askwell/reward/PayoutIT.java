package io.askwell.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.Attribution;
import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.attributions.v1.AttributionState;
import io.askwell.attributions.v1.OpenReview;
import io.askwell.event.v1.Money;
import io.askwell.local.server.SharedServers;
import io.askwell.reward.application.TaxClearances;
import io.askwell.reward.domain.Party;
import io.askwell.reward.postgres.PostgresTaxClearances;
import io.askwell.rewards.v1.RewardEvent;
import io.askwell.rewards.v1.RewardEventType;
import io.askwell.schemas.TopicCatalogue;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** Rewards are paid in batches: once, by another person than approved them, and whatever the provider answers. */
class PayoutIT {

    private static final int MAKERS = 6;

    private final RunningLedger ledger = RunningLedger.get();
    private final Payouts payouts = new Payouts(ledger, Duration.ofDays(200));

    @Test
    void aBatchIsPaidAndThePaymentIsBookedAndTold() {
        JsonNode reward = payouts.payable("R-payout-pay");

        JsonNode batch = payouts.make();
        JsonNode item = Payouts.item(batch, reward);
        assertThat(batch.path("madeBy").asString()).isEqualTo("fin");
        assertThat(item.at("/beneficiary/id").asString()).isEqualTo("C-R-payout-pay");
        assertThat(item.at("/amount/amountMinor").asLong()).isEqualTo(25_000);
        assertThat(item.path("status").asString()).isEqualTo("open");
        assertThat(payouts.state(reward)).isEqualTo("in_payout");

        Answer settled = payouts.settle(batch, Payouts.paid(reward, "P-1"));

        assertThat(settled.status()).isEqualTo(200);
        assertThat(Payouts.item(settled.json(), reward).path("status").asString())
                .isEqualTo("paid");
        assertThat(Payouts.item(settled.json(), reward).path("providerRef").asString())
                .isEqualTo("P-1");
        assertThat(payouts.state(reward)).isEqualTo("paid");
        assertThat(payouts.transferCodes(reward)).containsExactly("REWARD_HOLD", "REWARD", "PAYOUT");
        payouts.assertTrialBalanceIsZero();
        await().untilAsserted(() -> assertThat(told("R-payout-pay"))
                .endsWith(RewardEventType.reward_in_payout, RewardEventType.reward_paid));
    }

    @Test
    void whoApprovedARewardDoesNotPayIt() {
        JsonNode reward = payouts.payable("R-payout-own");
        String patAtFinance = SharedServers.tokens().mint("pat", "finance");

        JsonNode batch = payouts.make(patAtFinance);

        assertThat(Payouts.leftOut(batch, reward)).containsExactly("approved_by_maker");
        assertThat(Payouts.leftOut(payouts.batch(batch), reward)).containsExactly("approved_by_maker");
        assertThat(payouts.state(reward)).isEqualTo("payable");
        assertThat(Payouts.item(payouts.make(), reward).isMissingNode()).isFalse();
    }

    @Test
    void nothingIsPaidWhileItIsDisputed() {
        AttributionEvent won = payouts.won("R-payout-argued");
        JsonNode reward = payouts.payable(won);
        ledger.publish(AttributionEvents.after(won)
                .setType(AttributionEventType.attribution_disputed)
                .setAttribution(Attribution.newBuilder(won.getAttribution())
                        .setState(AttributionState.disputed)
                        .setConfidence(null)
                        .setReferrer(null)
                        .build())
                .setOpenReviews(List.of(new OpenReview("V-1", "conflict")))
                .build());

        JsonNode batch = await().until(
                        payouts::make, made -> !Payouts.leftOut(made, reward).isEmpty());

        assertThat(Payouts.leftOut(batch, reward)).containsExactly("disputed", "open_review");
    }

    @Test
    void whatFailedReturnsToPayableAndGoesIntoTheNextBatchUnderAnotherKey() {
        JsonNode failing = payouts.payable("R-payout-fails");
        JsonNode passing = payouts.payable("R-payout-passes");
        JsonNode first = payouts.make();

        payouts.settle(first, Payouts.failed(failing), Payouts.paid(passing, "P-2"));

        assertThat(payouts.state(failing)).isEqualTo("payable");
        assertThat(payouts.state(passing)).isEqualTo("paid");
        JsonNode second = payouts.make();
        assertThat(Payouts.item(second, passing).isMissingNode()).isTrue();
        assertThat(key(second, failing)).isNotEqualTo(key(first, failing));
        payouts.settle(second, Payouts.paid(failing, "P-3"));
        assertThat(payouts.transferCodes(failing)).containsExactly("REWARD_HOLD", "REWARD", "PAYOUT");
        await().untilAsserted(() -> assertThat(told("R-payout-fails"))
                .endsWith(
                        RewardEventType.reward_in_payout,
                        RewardEventType.reward_payout_failed,
                        RewardEventType.reward_in_payout,
                        RewardEventType.reward_paid));
        assertThat(ledger.published(TopicCatalogue.REWARDS, "R-payout-fails").stream()
                        .map(event -> Objects.requireNonNull(event).getMeta().getEventId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsUnknownStaysInPayoutUntilItIsAskedAgainWithTheSameKey() {
        JsonNode reward = payouts.payable("R-payout-unsure");
        JsonNode batch = payouts.make();

        payouts.settle(batch, Payouts.unknown(reward));

        assertThat(payouts.state(reward)).isEqualTo("in_payout");
        assertThat(Payouts.item(payouts.make(), reward).isMissingNode()).isTrue();
        JsonNode unknown = payouts.batch(batch);
        assertThat(Payouts.item(unknown, reward).path("status").asString()).isEqualTo("unknown");
        assertThat(key(unknown, reward)).isEqualTo(key(batch, reward));
        assertThat(summary(batch).at("/items/unknown").asLong()).isEqualTo(1);
        payouts.settle(batch, Payouts.paid(reward, "P-4"));
        assertThat(payouts.state(reward)).isEqualTo("paid");
        assertThat(summary(batch).at("/items/unknown").asLong()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"paid, clawed_back, CLAWBACK", "failed, voided, REVERSAL"})
    void aRefundWhileInPayoutWaitsForTheOutcome(String outcome, String end, String code) {
        String referralId = "R-payout-refunded-" + outcome;
        AttributionEvent won = payouts.won(referralId);
        JsonNode reward = payouts.payable(won);
        JsonNode batch = payouts.make();
        ledger.publish(AttributionEvents.after(won)
                .setRefunded(new Money(2_500_000L, "USD"))
                .build());
        // The other side of the referral, which is in no payout, tells that the refund was heard.
        ledger.awaitState(referralId, "referred", "voided");
        assertThat(payouts.state(reward)).isEqualTo("in_payout");

        payouts.settle(batch, Payouts.result(reward, outcome, "P-" + referralId));

        assertThat(payouts.state(reward)).isEqualTo(end);
        assertThat(payouts.transferCodes(reward)).last().isEqualTo(code);
        payouts.assertTrialBalanceIsZero();
    }

    @Test
    void theSameResultAgainChangesNothingAndAnswersTheSame() {
        JsonNode reward = payouts.payable("R-payout-again");
        JsonNode batch = payouts.make();

        Answer first = payouts.settle(batch, Payouts.paid(reward, "P-5"));
        Answer second = payouts.settle(batch, Payouts.paid(reward, "P-5"));

        assertThat(second).isEqualTo(first);
        assertThat(payouts.settle(batch, Payouts.unknown(reward))).isEqualTo(first);
        assertThat(payouts.transferCodes(reward)).containsOnlyOnce("PAYOUT");
    }

    @Test
    void whatContradictsSomethingFinalIsRefusedAsAWhole() {
        JsonNode paid = payouts.payable("R-payout-final-paid");
        JsonNode failed = payouts.payable("R-payout-final-failed");
        JsonNode open = payouts.payable("R-payout-final-open");
        JsonNode batch = payouts.make();
        payouts.settle(batch, Payouts.paid(paid, "P-6"), Payouts.failed(failed));

        Answer refused =
                payouts.settle(batch, Payouts.paid(open, "P-7"), Payouts.failed(paid), Payouts.paid(failed, "P-8"));
        Answer otherReference = payouts.settle(batch, Payouts.paid(paid, "P-9"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("type").asString()).isEqualTo("urn:askwell:problem:contradicts_final_result");
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/results/1");
        assertThat(refused.json().at("/errors/0/detail").asString())
                .isEqualTo("The reward " + Payouts.id(paid) + " is paid already under the reference P-6");
        assertThat(refused.json().at("/errors/1/pointer").asString()).isEqualTo("/results/2");
        assertThat(otherReference.status()).isEqualTo(409);
        assertThat(payouts.state(open)).isEqualTo("in_payout");
        assertThat(payouts.state(failed)).isEqualTo("payable");
        assertThat(payouts.transferCodes(paid)).containsOnlyOnce("PAYOUT");
    }

    @Test
    void whatCannotBeMeantIsRefusedByItsPlace() {
        JsonNode reward = payouts.payable("R-payout-words");
        JsonNode batch = payouts.make();
        JsonNode stranger = payouts.payable("R-payout-stranger");
        String sure = Payouts.paid(reward, "P-10");
        String tooLong = "x".repeat(201);

        assertThat(pointers(payouts.settle(batch, sure, Payouts.paid(stranger, "P-11"))))
                .containsExactly("/results/1/rewardId");
        assertThat(pointers(payouts.settle(batch, sure, sure))).containsExactly("/results/1/rewardId");
        assertThat(pointers(payouts.settle(batch, Payouts.result(reward, "lost", null))))
                .containsExactly("/results/0/outcome");
        assertThat(pointers(payouts.settle(batch, Payouts.result(reward, "paid", null))))
                .containsExactly("/results/0/providerRef");
        assertThat(pointers(payouts.settle(batch, Payouts.paid(reward, tooLong))))
                .containsExactly("/results/0/providerRef");
        assertThat(pointers(payouts.settle(batch, Payouts.paid(reward, "a\\u0000b"))))
                .containsExactly("/results/0/providerRef");
        assertThat(pointers(payouts.settle(batch, "{\"rewardId\":\"x\",\"outcome\":\"failed\"}")))
                .containsExactly("/results/0/rewardId");
        assertThat(pointers(payouts.settle(batch, "{\"outcome\":\"failed\",\"cause\":\"x\"}")))
                .containsExactly("/results/0/cause");
        assertThat(pointers(payouts.settle(batch, "null", "{\"outcome\":\"failed\"}")))
                .containsExactly("/results/0", "/results/1/rewardId");
        assertThat(pointers(payouts.settle(batch))).containsExactly("/results");
        assertThat(payouts.state(reward)).isEqualTo("in_payout");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"currency\":null}", "{\"currency\":\"JPY\"}", "{\"currency\":\"usd\"}"})
    void aBatchIsOfACurrencyForWhichTheProgramStatesAmounts(String body) {
        Answer answer = ledger.post(Payouts.BATCHES, RunningLedger.FINANCE, body, null);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(pointers(answer)).containsExactly("/currency");
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-3000-8000-000000000000", "B-1"})
    void aBatchThatIsNotThereIsNotFound(String batchId) {
        String path = Payouts.BATCHES + "/" + batchId;
        String result =
                "{\"results\":[{\"rewardId\":\"00000000-0000-3000-8000-000000000000\",\"outcome\":\"failed\"}]}";

        assertThat(ledger.get(path, RunningLedger.FINANCE).status()).isEqualTo(404);
        assertThat(ledger.table(path, RunningLedger.FINANCE).statusCode()).isEqualTo(404);
        assertThat(ledger.post(path + "/settlement", RunningLedger.FINANCE, result, null)
                        .status())
                .isEqualTo(404);
        assertThat(ledger.post(path + "/reconciliation", RunningLedger.FINANCE, "[]", null)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theSameKeyMakesOneBatch() {
        JsonNode reward = payouts.payable("R-payout-keyed");
        String body = "{\"currency\":\"USD\"}";

        Answer first = ledger.post(Payouts.BATCHES, RunningLedger.FINANCE, body, "key-batch");
        Answer second = ledger.post(Payouts.BATCHES, RunningLedger.FINANCE, body, "key-batch");

        assertThat(Payouts.item(first.json(), reward).isMissingNode()).isFalse();
        assertThat(second).isEqualTo(first);
    }

    @Test
    void ofManyMakersAtOnceNoTwoTakeTheSameReward() {
        List<JsonNode> rewards = IntStream.range(0, 4)
                .mapToObj(number -> payouts.payable("R-payout-makers-" + number))
                .toList();
        List<Future<JsonNode>> batches;
        try (ExecutorService makers = Executors.newFixedThreadPool(MAKERS)) {
            batches = Stream.generate(() -> makers.submit(() -> payouts.make()))
                    .limit(MAKERS)
                    .toList();
        }

        for (JsonNode reward : rewards) {
            assertThat(batches.stream()
                            .map(Future::resultNow)
                            .filter(batch -> !Payouts.item(batch, reward).isMissingNode()))
                    .hasSize(1);
        }
    }

    @Test
    void batchesAreListedPageByPageInTheOrderInWhichTheyWereMade() {
        String first = payouts.make().path("batchId").asString();
        String second = payouts.make().path("batchId").asString();

        List<String> listed =
                summaries().map(batch -> batch.path("batchId").asString()).toList();

        assertThat(listed).containsSubsequence(first, second).doesNotHaveDuplicates();
    }

    @Test
    void aBatchIsATableWhereOneIsAskedForAndNoCellOfItIsAFormula() {
        AttributionEvent won = payouts.won("R-payout-table");
        won.setAttribution(AttributionEvents.attributedTo("=HYPERLINK(\"x\")"));
        JsonNode reward = payouts.payable(won);
        JsonNode batch = payouts.make();

        HttpResponse<String> table = ledger.table(Payouts.path(batch), RunningLedger.FINANCE);

        assertThat(table.statusCode()).isEqualTo(200);
        assertThat(table.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
        assertThat(table.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"payout-batch-"
                        + batch.path("batchId").asString() + ".csv\"");
        assertThat(table.body().lines())
                .anyMatch(line -> line.contains(key(batch, reward))
                        && line.contains(",\"'=HYPERLINK(\"\"x\"\")\",credit,25000,USD,open,"));
        assertThat(ledger.get(Payouts.path(batch), RunningLedger.FINANCE).json().path("batchId"))
                .isEqualTo(batch.path("batchId"));
    }

    @Test
    void aBatchIsHeldAgainstTheProvidersFile() {
        JsonNode alike = payouts.payable("R-payout-alike");
        JsonNode unsure = payouts.payable("R-payout-unlike");
        JsonNode batch = payouts.make();
        payouts.settle(batch, Payouts.paid(alike, "P-12"), Payouts.unknown(unsure));
        String file = """
                [{"itemKey":"%s","amount":{"amountMinor":25000,"currency":"USD"},"status":"paid","providerRef":"P-12"},
                 {"itemKey":"%s","amount":{"amountMinor":25000,"currency":"USD"},"status":"paid","providerRef":"P-13"}]
                """.formatted(key(batch, alike), key(batch, unsure));
        String path = Payouts.path(batch) + "/reconciliation";

        JsonNode report = ledger.post(path, RunningLedger.OPERATOR, file, null).json();
        Answer ownTable = ledger.postTable(
                path,
                RunningLedger.FINANCE,
                ledger.table(Payouts.path(batch), RunningLedger.FINANCE).body());

        JsonNode difference = report.path("differences")
                .valueStream()
                .filter(candidate -> Payouts.id(candidate).equals(Payouts.id(unsure)))
                .findFirst()
                .orElseThrow();
        assertThat(difference.path("kind").asString()).isEqualTo("status_differs");
        assertThat(difference.at("/ledger/status").asString()).isEqualTo("unknown");
        assertThat(difference.at("/provider/0/providerRef").asString()).isEqualTo("P-13");
        assertThat(payouts.state(unsure)).isEqualTo("in_payout");
        assertThat(ownTable.json().path("differences").isEmpty()).isTrue();
        assertThat(ownTable.json().path("matched").asInt())
                .isEqualTo(batch.path("items").size());
        assertThat(ledger.postTable(path, RunningLedger.FINANCE, "who knows").status())
                .isEqualTo(422);
    }

    @Test
    void giftCardsAreForThoseWhoseTaxDetailsAreOnFile() {
        JsonNode reward = payouts.payable("R-payout-gift");
        // No segment gets gift cards under the program that ships.
        ledger.database()
                .sql("update reward set form = 'gift_card' where reward_id = cast(:id as uuid)")
                .param("id", Payouts.id(reward))
                .update();
        String onFile = clearance("on_file", "C-R-payout-gift");

        assertThat(Payouts.leftOut(payouts.make(), reward)).containsExactly("tax_details_missing");
        assertThat(say(onFile).status()).isEqualTo(200);
        assertThat(say(clearance("revoked", "C-R-payout-gift")).status()).isEqualTo(200);
        assertThat(Payouts.leftOut(payouts.make(), reward)).containsExactly("tax_details_missing");
        assertThat(say(onFile).status()).isEqualTo(200);
        assertThat(Payouts.item(payouts.make(), reward).isMissingNode()).isFalse();
        assertThat(ledger.get("/v1/tax-clearances?kind=customer&id=C-R-payout-gift", RunningLedger.FINANCE)
                        .json()
                        .path("items")
                        .valueStream()
                        .map(entry -> entry.path("standing").asString()))
                .containsExactly("on_file", "revoked", "on_file");
    }

    @Test
    void aClearanceIsValidUntilItsEnd() {
        Instant end = ledger.clock().instant().plus(Duration.ofHours(1));
        TaxClearances clearances = new PostgresTaxClearances(ledger.database());
        Party customer = new Party(Party.Kind.CUSTOMER, "C-until");

        assertThat(say("""
                        {"beneficiary":{"kind":"customer","id":"C-until"},"standing":"on_file","reference":"W-9","validUntil":"%s"}
                        """.formatted(end)).json().path("validUntil").asString()).isEqualTo(end.toString());

        assertThat(clearances.cleared(List.of(customer), end.minus(1, ChronoUnit.MICROS)))
                .containsExactly(customer);
        assertThat(clearances.cleared(List.of(customer), end)).isEmpty();
        assertThat(clearances.cleared(List.of(), end)).isEmpty();
    }

    @Test
    void aClearanceThatCannotBeMeantIsRefusedByName() {
        assertThat(pointers(say("{}"))).containsExactly("/beneficiary", "/standing", "/reference");
        assertThat(pointers(say("{\"beneficiary\":{\"kind\":\"friend\"},\"standing\":\"lost\",\"reference\":\" \"}")))
                .containsExactly("/beneficiary/id", "/beneficiary/kind", "/standing", "/reference");
        assertThat(pointers(say("""
                        {"beneficiary":{"kind":"customer","id":"C-1"},"standing":"on_file","reference":"W-9",
                         "validUntil":"2020-01-01T00:00:00Z"}"""))).containsExactly("/validUntil");
        assertThat(ledger.get("/v1/tax-clearances?kind=customer", RunningLedger.FINANCE)
                        .status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payout_batch", "payout_item", "payout_left_out", "payout_result", "tax_clearance"})
    void theDatabaseRefusesToForgetWhatWasSaid(String table) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> ledger.database().sql("delete from " + table).update());
    }

    @Test
    void theDatabaseRefusesAPayerWhoApproved() {
        JsonNode reward = payouts.payable("R-payout-witness");
        JsonNode patsBatch = payouts.make(SharedServers.tokens().mint("pat", "finance"));

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> ledger.database()
                        .sql("""
                                insert into payout_item (item_key, batch_id, reward_id, referral_id, beneficiary_kind,
                                    beneficiary_id, form, amount_minor)
                                values (gen_random_uuid(), cast(:batch as uuid), cast(:reward as uuid), 'R-payout-witness',
                                    'customer', 'C', 'credit', 1)
                                """)
                        .param("batch", patsBatch.path("batchId").asString())
                        .param("reward", Payouts.id(reward))
                        .update())
                .withMessageContaining("paid by one who approved it");
    }

    private Answer say(String clearance) {
        return ledger.post("/v1/tax-clearances", RunningLedger.FINANCE, clearance, null);
    }

    private static String clearance(String standing, String customerId) {
        return "{\"beneficiary\":{\"kind\":\"customer\",\"id\":\"" + customerId + "\"},\"standing\":\"" + standing
                + "\",\"reference\":\"binder 7\"}";
    }

    private List<RewardEventType> told(String referralId) {
        String rewardId = Payouts.id(ledger.reward(referralId, "referrer"));
        return ledger.published(TopicCatalogue.REWARDS, referralId).stream()
                .map(Objects::requireNonNull)
                .filter(event -> rewardId.equals(event.getRewardId()))
                .map(RewardEvent::getType)
                .toList();
    }

    private JsonNode summary(JsonNode batch) {
        return summaries()
                .filter(candidate -> candidate.path("batchId").equals(batch.path("batchId")))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> summaries() {
        Stream<JsonNode> all = Stream.of();
        String cursor = "";
        do {
            JsonNode page = ledger.get(Payouts.BATCHES + "?limit=3" + cursor, RunningLedger.PROGRAM_OWNER)
                    .json();
            all = Stream.concat(all, page.path("items").valueStream());
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return all;
    }

    private static String key(JsonNode batch, JsonNode reward) {
        return Payouts.item(batch, reward).path("itemKey").asString();
    }

    private static List<String> pointers(Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.json()
                .path("errors")
                .valueStream()
                .map(error -> error.path("pointer").asString())
                .toList();
    }
}
