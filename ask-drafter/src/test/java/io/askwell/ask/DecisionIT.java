package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.askwell.ask.Caller.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** People at the HTTP API: who may, what is refused and how, and what two at once get. */
class DecisionIT {

    private static final String DECLINE = """
            {"decision": "decline", "draftVersion": 1, "reason": "not now"}""";

    private static final String APPROVE = """
            {"decision": "approve", "draftVersion": 1}""";

    private static final int ROUNDS = 30;

    private final Caller owner = Caller.accountOwner("rep-7");
    private final String customerId = "C-" + UUID.randomUUID();
    private String askId = "";

    @BeforeEach
    void askIsPending() {
        RunningDrafter.shared();
        Log.assessment(Assessments.praised(customerId).build());
        askId = Asking.awaitLatest(owner, customerId, "pending").at("/askId").asString();
    }

    @Test
    void ofThoseWhoDecideAtOnceOneIsFirstAndTheOthersAreToldWhatHappened() throws Exception {
        List<String> asks = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            String customer = customerId + "-" + round;
            Log.assessment(Assessments.praised(customer).build());
            asks.add(Asking.awaitLatest(owner, customer, "pending").at("/askId").asString());
        }
        try (var people = Executors.newFixedThreadPool(3)) {
            for (String ask : asks) {
                var together = new CyclicBarrier(3);
                List<Callable<Answer>> all = List.of(
                        () -> deciding(owner, ask, DECLINE, together),
                        () -> deciding(Caller.programOwner(), ask, APPROVE, together),
                        () -> deciding(owner, ask, APPROVE, together));

                List<Answer> answers =
                        people.invokeAll(all).stream().map(Future::resultNow).toList();

                assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(200, 409, 409);
                assertThat(answers).filteredOn(answer -> answer.status() == 409).allSatisfy(late -> {
                    assertThat(late.text("/type")).endsWith("ask_not_pending");
                    assertThat(late.text("/detail"))
                            .matches("The ask is .*(declined|approved) by (rep-7|pat) at 20.*Z.*");
                });
            }
        }
    }

    private static Answer deciding(Caller caller, String askId, String decision, CyclicBarrier together)
            throws Exception {
        together.await();
        return caller.decide(askId, decision);
    }

    @Test
    void aStaleDraftVersionIsAConflict() {
        var answer = owner.decide(askId, """
                {"decision": "approve", "draftVersion": 7}""");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/type")).endsWith("stale_draft_version");
        assertThat(Asking.statuses(owner, customerId)).containsExactly("pending");
    }

    @Test
    void aTextThatPromisesARewardIsRefusedByTheNameOfTheRule() {
        var answer = owner.decide(askId, """
                {"decision": "approve", "draftVersion": 1, "body": "Who should I meet? There is a gift card in it for you."}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/body");
        assertThat(answer.text("/errors/0/detail")).startsWith("reward_promise");
    }

    @Test
    void aTextThatBreaksManyRulesIsRefusedOnceForEachRuleAndPart() {
        var answer = owner.decide(askId, """
                {"decision": "approve", "draftVersion": 1, "subject": "A bonus and a gift",
                 "body": "Hi [Name], ask sam@globex.example by Friday, or else. We guarantee a\\u200b bo\\u200bnus in return."}""");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.at("/pointer").asString() + " "
                                + error.at("/detail").asString().replaceFirst(":.*", "")))
                .containsExactlyInAnyOrder(
                        "/body not_one_ask",
                        "/body placeholder",
                        "/subject reward_promise",
                        "/body reward_promise",
                        "/body unsupported_claim",
                        "/body third_party_data",
                        "/body pressure",
                        "/body transactional");
        assertThat(Asking.statuses(owner, customerId)).containsExactly("pending");
    }

    @Test
    void theOwnerPicksAnotherDraftAndApprovesItsVersion() {
        var picked = owner.post("/v1/asks/" + askId + "/draft", """
                {"template": "soft", "variant": null, "draftVersion": 1}""", null);

        assertThat(picked.status()).isEqualTo(200);
        assertThat(picked.text("/draft/template")).isEqualTo("soft");
        assertThat(picked.body().at("/draft/version").asInt()).isEqualTo(2);
        assertThat(picked.text("/history/1/step")).isEqualTo("redrafted");
        assertThat(picked.text("/history/1/by")).isEqualTo("rep-7");
        assertThat(owner.decide(askId, """
                        {"decision": "approve", "draftVersion": 1}""").status()).isEqualTo(409);
        assertThat(owner.decide(askId, """
                        {"decision": "approve", "draftVersion": 2}""").status()).isEqualTo(200);
    }

    static Stream<Arguments> picksThatDoNotApply() {
        return Stream.of(
                arguments("{\"template\": \"mutual_benefit\", \"draftVersion\": 1}", 422, "/template"),
                arguments("{\"template\": \"value_first\", \"draftVersion\": 1}", 422, "/template"),
                arguments("{\"template\": \"luck\", \"draftVersion\": 1}", 422, "/template"),
                arguments("{\"template\": \"soft\", \"variant\": \"c\", \"draftVersion\": 1}", 422, "/variant"),
                arguments("{\"template\": \"soft\"}", 422, "/draftVersion"),
                arguments("{\"template\": \"soft\", \"draftVersion\": 1, \"body\": \"x\"}", 422, "/body"),
                arguments("{\"template\": \"soft\", \"draftVersion\": 7}", 409, ""));
    }

    @ParameterizedTest
    @MethodSource("picksThatDoNotApply")
    void aPickThatDoesNotApplyIsRefused(String body, int status, String pointer) {
        Answer answer = owner.post("/v1/asks/" + askId + "/draft", body, null);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void theSameKeyAndBodyAnswerTheSameAndAnotherBodyIsAConflict() {
        String path = "/v1/asks/" + askId + "/decision";
        String key = UUID.randomUUID().toString();

        Answer first = owner.post(path, DECLINE, key);
        Answer again = owner.post(path, DECLINE, key);
        Answer other = owner.post(path, DECLINE.replace("not now", "never"), key);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again).isEqualTo(first);
        assertThat(other.status()).isEqualTo(409);
    }

    @Test
    void theSameKeyAndBodyAnswerTheSameRefusal() {
        String path = "/v1/asks/" + askId + "/decision";
        String key = UUID.randomUUID().toString();
        String stale = APPROVE.replace("1", "7");

        Answer first = owner.post(path, stale, key);

        assertThat(first.status()).isEqualTo(409);
        assertThat(owner.post(path, stale, key)).isEqualTo(first);
    }

    @Test
    void aRefusedApprovalListsEveryReasonWithWhatItRestsOn() {
        var made = Signals.askRecorded(customerId);
        Log.signal(made);
        await().atMost(Asking.SOON)
                .until(() -> owner.get("/v1/customers/" + customerId + "/referral-history")
                                .body()
                                .at("/timesAsked")
                                .asInt()
                        == 1);

        var answer = owner.decide(askId, APPROVE);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/type")).endsWith("ask_not_allowed");
        assertThat(answer.text("/errors/0/detail"))
                .isEqualTo("cool_down, until %s, because of test/%s"
                        .formatted(made.getOccurredAt().plus(Duration.ofDays(90)), made.getId()));
    }

    static Stream<Arguments> incompleteDecisions() {
        return Stream.of(
                arguments("{\"draftVersion\": 1}", "/decision"),
                arguments("{\"decision\": \"approve\"}", "/draftVersion"),
                arguments("{\"decision\": \"decline\", \"draftVersion\": 1}", "/reason"),
                arguments("{\"decision\": \"defer\", \"draftVersion\": 1, \"reason\": \"later\"}", "/until"),
                arguments(
                        "{\"decision\": \"defer\", \"draftVersion\": 1, \"reason\": \"later\","
                                + " \"until\": \"2020-01-01T00:00:00Z\"}",
                        "/until"),
                arguments(
                        "{\"decision\": \"defer\", \"draftVersion\": 1, \"reason\": \"later\","
                                + " \"until\": \"2126-01-01T00:00:00Z\"}",
                        "/until"),
                arguments("{\"decision\": \"approve\", \"draftVersion\": 1, \"body\": \" \"}", "/body"),
                arguments("{\"decision\": \"approve\", \"draftVersion\": 1, \"subject\": \"a\\u0000b\"}", "/subject"),
                arguments("{\"decision\": \"approve\", \"draftVersion\": 1, \"body\": \"a\\ud800b\"}", "/body"),
                arguments("{\"decision\": \"decline\", \"draftVersion\": 1, \"reason\": \"a\\u0000b\"}", "/reason"),
                arguments("{\"decision\": \"approve\", \"draftVersion\": 1, \"subject\": \"a\\nb\"}", "/subject"),
                arguments("{\"decision\": \"approve\", \"draftVersion\": 1, \"luck\": 7}", "/luck"));
    }

    @ParameterizedTest
    @MethodSource("incompleteDecisions")
    void whatIsMissingOrOutOfPlaceIsNamed(String body, String pointer) {
        Answer answer = owner.decide(askId, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                arguments("rep-7", "account-owner", 200, 200, 200),
                arguments("rep-8", "account-owner", 403, 403, 403),
                arguments("pat", "program-owner", 200, 200, 200),
                arguments("ops", "operator", 200, 200, 403),
                arguments("fin", "finance", 403, 403, 403),
                arguments("local", "source", 403, 403, 403));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void eachRoleMayDoItsPartAndNothingElse(String id, String role, int read, int history, int decide) {
        Caller caller = Caller.of(id, role);

        assertThat(caller.get("/v1/asks/" + askId).status()).isEqualTo(read);
        assertThat(caller.get("/v1/customers/" + customerId + "/referral-history")
                        .status())
                .isEqualTo(history);
        assertThat(caller.decide(askId, DECLINE).status()).isEqualTo(decide);
    }

    @Test
    void accountOwnersFindTheirOwnCustomersOnly() {
        Caller other = Caller.accountOwner("rep-8");

        assertThat(Asking.asks(other, customerId)).isEmpty();
        assertThat(other.get("/v1/asks?ownerId=rep-7").status()).isEqualTo(403);
    }

    @Test
    void withoutATokenNothingIsShown() {
        assertThat(Caller.nobody().get("/v1/asks").status()).isEqualTo(401);
        assertThat(Caller.nobody().decide(askId, DECLINE).status()).isEqualTo(401);
        assertThat(Caller.nobody().get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void theApiDescribesItself() {
        var description = Caller.nobody().get("/v3/api-docs");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.body().at("/paths").propertyNames())
                .containsExactlyInAnyOrder(
                        "/v1/asks",
                        "/v1/asks/{askId}",
                        "/v1/asks/{askId}/decision",
                        "/v1/asks/{askId}/delivery",
                        "/v1/asks/{askId}/draft",
                        "/v1/customers/{customerId}/referral-history",
                        "/v1/operations/rebuild-pending-asks");
        assertThat(description.body().at("/paths").toString()).doesNotContain("Authentication");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(owner.get("/v1/asks/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(owner.get("/v1/asks/no-id").status()).isEqualTo(404);
        assertThat(owner.get("/v1/customers/nobody/referral-history").status()).isEqualTo(404);
        assertThat(owner.decide(UUID.randomUUID().toString(), DECLINE).status()).isEqualTo(404);
    }

    @Test
    void listsAreFilteredAndPagedFromTheLatestOn() {
        String second = customerId + "-second";
        Log.assessment(Assessments.praised(second).build());
        String secondAsk =
                Asking.awaitLatest(owner, second, "pending").at("/askId").asString();

        var firstPage = owner.get("/v1/asks?status=pending&ownerId=rep-7&limit=1");
        var nextPage = owner.get("/v1/asks?status=pending&limit=1&cursor=" + firstPage.text("/next"));

        assertThat(firstPage.text("/items/0/askId")).isEqualTo(secondAsk);
        assertThat(nextPage.text("/items/0/askId")).isEqualTo(askId);
        assertThat(owner.get("/v1/asks?status=lost").status()).isEqualTo(400);
        assertThat(owner.get("/v1/asks?cursor=zzz").status()).isEqualTo(400);
    }
}
