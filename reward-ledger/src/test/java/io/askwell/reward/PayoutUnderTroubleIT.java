package io.askwell.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.reward.FakeProvider.Told;
import io.askwell.reward.FakeProvider.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Whatever a provider does to finance: in the end everybody is paid, nobody twice, and both sides tell the same. */
class PayoutUnderTroubleIT {

    private static final long SEED = 20_261_122;
    private static final int REWARDS = 24;
    private static final int MOST_ROUNDS = 200;

    private final RunningLedger ledger = RunningLedger.get();
    private final Payouts payouts = new Payouts(ledger, Duration.ofDays(300));
    private final Random random = new Random(SEED);
    private final FakeProvider provider = new FakeProvider(random);

    private final List<JsonNode> batches = new ArrayList<>();
    private final Map<String, JsonNode> itemsByKey = new LinkedHashMap<>();
    private final Map<String, JsonNode> batchesByKey = new LinkedHashMap<>();

    @Test
    void aProviderThatTimesOutDoublesAndReordersPaysEverybodyOnce() {
        List<String> rewards = IntStream.range(0, REWARDS)
                .mapToObj(number -> Payouts.id(payouts.payable("R-trouble-" + number)))
                .toList();

        int rounds = 0;
        do {
            take(payouts.make());
            askForWhatIsNotFinal();
            hear(provider.tell());
        } while (++rounds < MOST_ROUNDS && !(rewards.stream().allMatch(this::isPaid) && nothingIsOpen()));

        assertThat(rewards).allMatch(this::isPaid);
        assertThat(provider.troubles()).containsOnlyKeys(Trouble.values());
        assertThat(rewards).allSatisfy(rewardId -> {
            assertThat(payouts.transferCodes(itemOf(rewardId))).containsExactly("REWARD_HOLD", "REWARD", "PAYOUT");
            assertThat(paymentsFor(rewardId)).isEqualTo(1);
        });
        payouts.assertTrialBalanceIsZero();
        assertThat(batches).allSatisfy(this::assertBothSidesTellTheSame);
    }

    private void take(JsonNode batch) {
        batches.add(batch);
        batch.path("items").forEach(item -> {
            itemsByKey.put(item.path("itemKey").asString(), item);
            batchesByKey.put(item.path("itemKey").asString(), batch);
        });
    }

    /** Finance asks for all that is open or unknown, in every batch, with the key that the batch shows. */
    private void askForWhatIsNotFinal() {
        notFinal().forEach(item -> provider.pay(item.path("itemKey").asString()));
    }

    /** Batches also hold what other tests left payable. */
    private boolean nothingIsOpen() {
        return notFinal().isEmpty();
    }

    private List<JsonNode> notFinal() {
        return batches.stream()
                .flatMap(batch -> payouts.batch(batch).path("items").valueStream())
                .filter(item ->
                        Set.of("open", "unknown").contains(item.path("status").asString()))
                .toList();
    }

    /** Every word is passed on as it comes; what is told twice in one breath goes into two requests. */
    private void hear(List<Told> told) {
        List<Told> left = new ArrayList<>(told);
        while (!left.isEmpty()) {
            JsonNode batch = batchOf(left.getFirst());
            Set<String> keys = new HashSet<>();
            List<Told> now = left.stream()
                    .filter(each -> batchOf(each).equals(batch) && keys.add(each.itemKey()))
                    .toList();
            now.forEach(left::remove);
            Answer answer = payouts.settle(
                    batch,
                    now.stream()
                            .map(each -> Payouts.result(item(each.itemKey()), each.outcome(), each.reference()))
                            .toArray(String[]::new));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }

    private JsonNode batchOf(Told told) {
        return Objects.requireNonNull(batchesByKey.get(told.itemKey()));
    }

    private JsonNode item(String itemKey) {
        return Objects.requireNonNull(itemsByKey.get(itemKey));
    }

    private boolean isPaid(String rewardId) {
        return payouts.state(itemOf(rewardId)).equals("paid");
    }

    private JsonNode itemOf(String rewardId) {
        return itemsByKey.values().stream()
                .filter(item -> Payouts.id(item).equals(rewardId))
                .findFirst()
                .orElseThrow();
    }

    /** As the provider sees it: keys of this reward under which it has paid. */
    private long paymentsFor(String rewardId) {
        return provider.file().values().stream()
                .filter(told -> told.outcome().equals("paid"))
                .filter(told -> Payouts.id(item(told.itemKey())).equals(rewardId))
                .count();
    }

    private void assertBothSidesTellTheSame(JsonNode batch) {
        List<String> keys = batch.path("items")
                .valueStream()
                .map(item -> item.path("itemKey").asString())
                .toList();
        String file = "[" + keys.stream().map(this::line).collect(Collectors.joining(",")) + "]";
        JsonNode report = ledger.post(Payouts.path(batch) + "/reconciliation", RunningLedger.FINANCE, file, null)
                .json();
        assertThat(report.path("differences").isEmpty()).as(report.toString()).isTrue();
        assertThat(report.path("matched").asInt()).isEqualTo(keys.size());
    }

    private String line(String itemKey) {
        Told told = Objects.requireNonNull(provider.file().get(itemKey));
        return """
                {"itemKey":"%s","amount":%s,"status":"%s","providerRef":"%s"}
                """.formatted(itemKey, item(itemKey).path("amount"), told.outcome(), told.reference());
    }
}
