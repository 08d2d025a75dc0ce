package io.askwell.local.demo;

import io.askwell.local.product.Login;
import io.askwell.local.product.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells the story: sends the facts, waits for what the product makes of them, and decides where a person must. Each
 * decision is made only while it is open, so a story that broke off goes on where it stopped.
 */
public final class Telling {

    /** Told of every step before it is taken; the first has number 1. */
    public interface Listener {
        void step(int number, int of, String what);
    }

    private record Step(String what, Runnable action) {}

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PUT_OFF_FOR = Duration.ofDays(7);
    private static final long LOOK_MILLIS = 250;
    private static final List<String> DEALS = List.of(Cast.LEAD, Cast.EARLIER_LEAD);
    private static final Set<String> UNPAID = Set.of("payable", "in_payout");
    private static final Set<String> STILL_OPEN = Set.of("pending", "approved", "deferred");

    private final PublicApi api;
    private final SampleFacts facts;
    private final Listener listener;
    private JsonNode refusedEdit = JsonMapper.shared().missingNode();

    /**
     * @param environment the values of {@code local.env}
     * @param told when the story was first told to this product
     */
    public Telling(Map<String, String> environment, Instant told, Listener listener) {
        this.api = new PublicApi(environment);
        this.facts = new SampleFacts(told);
        this.listener = listener;
    }

    /** Returns what the product answers about the story in the end. */
    public Picture run() {
        var steps = List.of(
                new Step("sending the signals of seven customers", () -> send("/v1/signals", facts.signals())),
                new Step("waiting for their assessments", this::awaitAssessments),
                new Step("waiting for the asks to four of them", this::awaitAsks),
                new Step("approving the ask to " + Cast.ADVOCATE + " as rep-7", this::approveAsk),
                new Step("waiting for its release", this::awaitRelease),
                new Step("trying to promise " + Cast.UNDECIDED + " a gift", this::promiseGift),
                new Step("putting the ask to " + Cast.PUT_OFF + " off for a week", this::deferAsk),
                new Step("reporting a ticket of " + Cast.TROUBLED, () -> send("/v1/signals", facts.laterSignals())),
                new Step("waiting until its ask is recalled", this::awaitRecall),
                new Step("submitting four referrals of three leads", () -> send("/v1/leads", facts.leads())),
                new Step("waiting for their attribution", this::awaitAttributions),
                new Step(
                        "reporting that two of the leads became customers, one a month ago",
                        () -> send("/v1/lead-updates", facts.leadUpdates())),
                new Step("waiting for the rewards", this::awaitRewards),
                new Step("approving those of the referrers as pat", this::approveRewards),
                new Step("paying what is payable as fin", this::payReward),
                new Step("reporting that a part of the older deal was refunded", this::refundPart),
                new Step("asking what became of it all", () -> {}));
        for (var number = 1; number <= steps.size(); number++) {
            var step = steps.get(number - 1);
            listener.step(number, steps.size(), step.what());
            step.action().run();
        }
        return Picture.of(api, refusedEdit);
    }

    private void send(String path, List<JsonNode> bodies) {
        if (path.equals("/v1/signals")) {
            post(path, JsonMapper.shared().createArrayNode().addAll(bodies));
        } else {
            bodies.forEach(body -> post(path, body));
        }
    }

    private void post(String path, JsonNode body) {
        var answer = PublicApi.required(path, api.post(Service.SIGNAL_INGEST, Login.SOURCE, path, body));
        if (!answer.path("rejected").isEmpty()) {
            throw new StoryInterruptedException(path + " rejected a sample fact: " + answer.path("rejected"));
        }
    }

    /** A customer's signals keep their order, so an assessment that cites the last one knows all of them. */
    private void awaitAssessments() {
        var lastOfEach = new LinkedHashMap<String, String>();
        for (var signal : facts.signals()) {
            lastOfEach.put(
                    signal.path("customerId").asString(),
                    signal.path("source").asString() + "/" + signal.path("id").asString());
        }
        lastOfEach.forEach((customer, last) -> await(
                "the assessment of " + customer,
                () -> Cast.readiness(api, customer),
                answer -> answer.isOk() && answer.body().toString().contains('"' + last + '"')));
    }

    private void awaitAsks() {
        Stream.of(Cast.ADVOCATE, Cast.UNDECIDED, Cast.PUT_OFF, Cast.TROUBLED)
                .forEach(customer ->
                        await("an ask to " + customer, () -> Cast.ask(api, customer), ask -> !ask.isMissingNode()));
    }

    private void approveAsk() {
        decideOnPending(Cast.ADVOCATE, Map.of("decision", "approve"));
    }

    private void awaitRelease() {
        await(
                "the release of the ask",
                () -> Cast.ask(api, Cast.ADVOCATE),
                ask -> !STILL_OPEN.contains(ask.path("status").asString()) && !isUnderWay(ask.path("delivery")));
    }

    /** Released asks are with the carrier for a moment; those that their owner sends are not. */
    private static boolean isUnderWay(JsonNode delivery) {
        return delivery.path("method").asString("").equals("email")
                && !delivery.path("outcome").isString();
    }

    /** The ask stays pending, so this is refused every time, and what the product says to it is kept. */
    private void promiseGift() {
        var sweetened = Map.<String, Object>of(
                "decision", "approve", "body", "Who else should have this? There is a $50 gift card in it for you.");
        refusedEdit =
                decide(Cast.ask(api, Cast.UNDECIDED), "demo-gift-", sweetened).body();
    }

    private void deferAsk() {
        decideOnPending(
                Cast.PUT_OFF,
                Map.of(
                        "decision",
                        "defer",
                        "reason",
                        "Their go-live is this week; better once it is behind them",
                        "until",
                        facts.told().plus(PUT_OFF_FOR).toString()));
    }

    private void awaitRecall() {
        await(
                "the recall of the ask to " + Cast.TROUBLED,
                () -> Cast.ask(api, Cast.TROUBLED),
                ask -> ask.path("status").asString().equals("withdrawn"));
    }

    private void decideOnPending(String customer, Map<String, Object> decision) {
        var ask = Cast.ask(api, customer);
        if (ask.path("status").asString().equals("pending")) {
            PublicApi.required("The decision on the ask to " + customer, decide(ask, "demo-", decision));
        }
    }

    private PublicApi.Answer decide(JsonNode ask, String keyPrefix, Map<String, Object> decision) {
        var id = ask.path("askId").asString();
        var body = new HashMap<>(decision);
        body.put("draftVersion", ask.path("draft").path("version").asInt());
        return api.command(
                Service.ASK_DRAFTER, Login.ACCOUNT_OWNER, "/v1/asks/" + id + "/decision", keyPrefix + id, body);
    }

    private void awaitAttributions() {
        await(
                "the attribution of " + Cast.LEAD,
                () -> Cast.referral(api, Cast.LEAD),
                referral -> !referral.path("claims").isEmpty());
        await(
                "the attribution of " + Cast.EARLIER_LEAD,
                () -> Cast.referral(api, Cast.EARLIER_LEAD),
                referral -> !referral.path("claims").isEmpty());
        await(
                "both claims on " + Cast.CONTESTED_LEAD,
                () -> Cast.referral(api, Cast.CONTESTED_LEAD),
                referral -> referral.path("claims").size() == 2);
    }

    private void awaitRewards() {
        DEALS.forEach(lead ->
                await("the rewards for " + lead, () -> Cast.rewards(api, lead), rewards -> rewards.size() == 2));
    }

    private void approveRewards() {
        DEALS.stream()
                .map(lead -> Cast.referrersReward(api, lead))
                .filter(reward -> reward.path("state").asString().equals("awaiting_approval"))
                .map(reward -> reward.path("rewardId").asString())
                .forEach(id -> PublicApi.required(
                        "The approval of the reward",
                        api.command(
                                Service.REWARD_LEDGER,
                                Login.PROGRAM_OWNER,
                                "/v1/rewards/" + id + "/decision",
                                "demo-" + id,
                                Map.of("decision", "approve", "reason", "the deal is won and signed"))));
    }

    /** The same batch and the same outcome, however often the story is told. */
    private void payReward() {
        var reward = await(
                "the reward to be payable",
                () -> Cast.referrersReward(api, Cast.EARLIER_LEAD),
                earlier -> !Set.of("awaiting_approval", "approved")
                        .contains(earlier.path("state").asString()));
        if (!UNPAID.contains(reward.path("state").asString())) {
            return;
        }
        var id = reward.path("rewardId").asString();
        var batch = PublicApi.required(
                "The payout batch",
                api.command(
                        Service.REWARD_LEDGER,
                        Login.FINANCE,
                        "/v1/payout-batches",
                        "demo-payout-" + id,
                        Map.of("currency", "USD")));
        var result = Map.of("rewardId", id, "outcome", "paid", "providerRef", "demo-bank-1");
        PublicApi.required(
                "The settlement of the batch",
                api.command(
                        Service.REWARD_LEDGER,
                        Login.FINANCE,
                        "/v1/payout-batches/" + batch.path("batchId").asString() + "/settlement",
                        "demo-settlement-" + id,
                        Map.of("results", List.of(result))));
    }

    private void refundPart() {
        send("/v1/lead-updates", facts.refunds());
        await(
                "the clawback",
                () -> Cast.referrersReward(api, Cast.EARLIER_LEAD),
                reward -> reward.at("/recoverable/amountMinor").asLong() > 0);
    }

    private static <T> T await(String what, Supplier<T> look, Predicate<T> satisfied) {
        var deadline = Instant.now().plus(PATIENCE);
        var seen = look.get();
        while (!satisfied.test(seen)) {
            if (Instant.now().isAfter(deadline)) {
                throw new StoryInterruptedException(
                        "Waited %d s for %s; the last answer was %s".formatted(PATIENCE.toSeconds(), what, seen));
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryInterruptedException("Interrupted");
        }
    }
}
