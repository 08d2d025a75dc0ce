package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.asks.v1.AskEvent;
import io.askwell.asks.v1.AskEventType;
import io.askwell.schemas.TopicCatalogue;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No ask leaves while the log holds a concern that was accepted before the approval. */
class ReleaseFenceIT {

    private static final String APPROVE = """
            {"decision": "approve", "draftVersion": 1}""";

    private final RunningDrafter drafter = RunningDrafter.shared();
    private final Caller owner = Caller.accountOwner("rep-7");
    private final String customerId = "C-" + UUID.randomUUID();

    @BeforeEach
    void scorerIsUpToDate() {
        Log.scorerHasReadEverything();
    }

    @Test
    void whileTheScorerIsBehindTheAskStaysApprovedAndSaysWhatItWaitsForAlsoAfterARestart() {
        String askId = pendingAsk();
        Log.signal(Signals.interaction(customerId));
        owner.decide(askId, APPROVE);
        awaitWaitsFor("readiness_scorer");

        drafter.restart();
        awaitWaitsFor("readiness_scorer");
        assertThat(Asking.statuses(owner, customerId)).containsExactly("approved");

        Log.scorerHasReadEverything();
        Asking.awaitLatest(owner, customerId, "released");
    }

    @Test
    void aComplaintThatIsInTheLogBeforeTheApprovalWithdrawsTheAsk() {
        String askId = pendingAsk();
        Log.signal(Signals.complaint(customerId));
        assertThat(owner.decide(askId, APPROVE).status()).isEqualTo(200);
        awaitWaitsFor("readiness_scorer");

        // As the scorer does it: what it says is in the log before its position is.
        Log.assessment(Assessments.complaining(customerId).build());
        Log.scorerHasReadEverything();

        Asking.awaitLatest(owner, customerId, "withdrawn");
        await().atMost(Asking.SOON)
                .untilAsserted(() -> assertThat(Log.values(TopicCatalogue.ASKS, customerId))
                        .extracting(AskEvent::getType)
                        .containsExactly(
                                AskEventType.ask_drafted,
                                AskEventType.ask_approved,
                                AskEventType.ask_withdrawn,
                                AskEventType.opportunity_held_back));
    }

    @Test
    void anAskMadeByHandThatIsInTheLogBeforeTheApprovalKeepsTheAskFromLeaving() {
        String askId = pendingAsk();
        Log.signal(Signals.askRecorded(customerId));

        int status = owner.decide(askId, APPROVE).status();
        Log.scorerHasReadEverything();

        // Known at the approval, it is refused; not yet known, the fence waits for it.
        if (status == 200) {
            Asking.awaitLatest(owner, customerId, "withdrawn");
        } else {
            assertThat(status).isEqualTo(409);
            assertThat(Asking.statuses(owner, customerId)).containsExactly("pending");
        }
    }

    private String pendingAsk() {
        Log.assessment(Assessments.praised(customerId).build());
        return Asking.awaitLatest(owner, customerId, "pending").at("/askId").asString();
    }

    private void awaitWaitsFor(String hindrance) {
        await().atMost(Asking.SOON)
                .untilAsserted(() -> assertThat(Asking.asks(owner, customerId)
                                .getFirst()
                                .at("/waitsFor")
                                .asString())
                        .isEqualTo(hindrance));
    }
}
