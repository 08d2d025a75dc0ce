package io.askwell.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** People decide: once, one of them, and in words that the ledger understands. */
class DecisionIT {

    private static final String APPROVE = "{\"decision\":\"approve\",\"reason\":\"checked\"}";

    private static final int APPROVERS = 8;

    private final RunningLedger ledger = RunningLedger.get();

    @Test
    void theSameKeyAndBodyAnswerTheSameAndHaveOneEffect() {
        String path = decisionOn(ledger.proposed("R-twice", Duration.ofDays(1)));

        Answer first = ledger.post(path, RunningLedger.PROGRAM_OWNER, APPROVE, "key-twice");
        Answer second = ledger.post(path, RunningLedger.PROGRAM_OWNER, APPROVE, "key-twice");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second).isEqualTo(first);
        assertThat(transfersOf("R-twice").size()).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsAConflict() {
        String path = decisionOn(ledger.proposed("R-reused", Duration.ofDays(1)));
        ledger.post(path, RunningLedger.PROGRAM_OWNER, APPROVE, "key-reused");

        Answer other = ledger.post(
                path, RunningLedger.PROGRAM_OWNER, "{\"decision\":\"reject\",\"reason\":\"no\"}", "key-reused");

        assertThat(other.status()).isEqualTo(409);
        assertThat(ledger.reward("R-reused", "referrer").path("state").asString())
                .isEqualTo("approved");
    }

    @Test
    void ofManyApproversAtOnceOneSucceedsAndTheOthersMeetAConflict() throws Exception {
        JsonNode reward = ledger.proposed("R-race", Duration.ofDays(1));
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Integer>> answers;
        try (ExecutorService people = Executors.newFixedThreadPool(APPROVERS)) {
            answers = IntStream.range(0, APPROVERS)
                    .mapToObj(_ -> people.submit(() -> {
                        start.await();
                        return ledger.decide(reward, APPROVE).status();
                    }))
                    .toList();
            start.countDown();
        }

        // Closing the executor has waited for everyone.
        assertThat(answers.stream().map(Future::resultNow))
                .containsOnly(200, 409)
                .containsOnlyOnce(200);
        assertThat(transfersOf("R-race").size()).isEqualTo(1);
    }

    @Test
    void whatIsDecidedCannotBeDecidedAgain() {
        JsonNode reward = ledger.proposed("R-decided", Duration.ofDays(1));
        ledger.decide(reward, "{\"decision\":\"reject\",\"reason\":\"an employee\"}");

        Answer late = ledger.decide(reward, APPROVE);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().path("detail").asString()).isEqualTo("The reward is rejected already");
        assertThat(late.json().path("type").asString()).isEqualTo("urn:askwell:problem:not_awaiting_approval");
    }

    @Test
    void aRefusedDecisionMayBeSentAgainUnderTheSameKey() {
        String path = decisionOn(ledger.proposed("R-mended", Duration.ofDays(1)));

        Answer refused = ledger.post(path, RunningLedger.PROGRAM_OWNER, "{\"decision\":\"reject\"}", "key-mended");
        Answer mended = ledger.post(
                path,
                RunningLedger.PROGRAM_OWNER,
                "{\"decision\":\"reject\",\"reason\":\"an employee\"}",
                "key-mended");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/reason");
        assertThat(mended.status()).isEqualTo(200);
    }

    @Test
    void whatTheLedgerDoesNotUnderstandIsRefusedByName() {
        JsonNode reward = ledger.proposed("R-words", Duration.ofDays(1));

        assertThat(ledger.decide(reward, "{\"decision\":\"maybe\"}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/decision");
        assertThat(ledger.decide(reward, "{}").json().at("/errors/0/pointer").asString())
                .isEqualTo("/decision");
        assertThat(ledger.decide(reward, "{\"decision\":\"approve\",\"amount\":1}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/amount");
        assertThat(ledger.decide(reward, "{\"decision\":\"approve\",\"reason\":\"a\\u0000b\"}")
                        .json()
                        .at("/errors/0/pointer")
                        .asString())
                .isEqualTo("/reason");
        assertThat(ledger.reward("R-words", "referrer").path("state").asString())
                .isEqualTo("awaiting_approval");
    }

    @Test
    void aRewardThatIsNotThereIsNotFound() {
        String nobodys = "/v1/rewards/00000000-0000-3000-8000-000000000000";

        assertThat(ledger.get(nobodys, RunningLedger.PROGRAM_OWNER).status()).isEqualTo(404);
        assertThat(ledger.get("/v1/rewards/R-1", RunningLedger.PROGRAM_OWNER).status())
                .isEqualTo(404);
        assertThat(ledger.post(nobodys + "/decision", RunningLedger.PROGRAM_OWNER, APPROVE, null)
                        .status())
                .isEqualTo(404);
    }

    private JsonNode transfersOf(String referralId) {
        return ledger.get("/v1/ledger/transfers?referralId=" + referralId, RunningLedger.PROGRAM_OWNER)
                .json()
                .path("items");
    }

    private static String decisionOn(JsonNode reward) {
        return "/v1/rewards/" + reward.path("rewardId").asString() + "/decision";
    }
}
