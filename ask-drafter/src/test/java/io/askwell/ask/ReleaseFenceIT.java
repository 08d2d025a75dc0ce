package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.asks.v1.AskEvent;
import io.askwell.asks.v1.AskEventType;
import io.askwell.schemas.TopicCatalogue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No ask leaves while the log holds a concern that was accepted before the approval. */
class ReleaseFenceIT {

    private static final String APPROVE = """
            {"decision": "approve", "draftVersion": 1}""";

    private static final Duration LONGER_THAN_ONE_ATTEMPT = Duration.ofMillis(2_300);

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

    @Test
    void aLogThatGrowsFasterThanTheScorerReadsKeepsNobodyWaitingForEver() {
        String askId = pendingAsk();
        Log.signal(Signals.interaction(customerId));
        owner.decide(askId, APPROVE);
        var ends = new ArrayDeque<>(List.of(Log.signalEnds(), Log.signalEnds()));

        await().atMost(Asking.SOON).pollInterval(LONGER_THAN_ONE_ATTEMPT).untilAsserted(() -> {
            Log.signal(Signals.interaction(customerId));
            ends.add(Log.signalEnds());
            Log.scorerHasRead(ends.remove());
            assertThat(Asking.statuses(owner, customerId)).containsExactly("released");
        });
    }

    @Test
    void anAskWhoseWindowClosesWhileItWaitsExpires() {
        Instant closesAt = Assessments.now().plusSeconds(3);
        var assessment = Assessments.praised(customerId);
        assessment.getOpenTriggers().getFirst().setClosesAt(closesAt);
        Log.assessment(assessment.build());
        String askId =
                Asking.awaitLatest(owner, customerId, "pending").at("/askId").asString();
        Log.signal(Signals.interaction(customerId));
        assertThat(owner.decide(askId, APPROVE).status()).isEqualTo(200);

        Asking.awaitLatest(owner, customerId, "expired");

        assertThat(Assessments.now()).isAfterOrEqualTo(closesAt);
    }

    @Test
    void nothingLeavesWhileTheLatestAssessmentIsUnreadInTheDeadLetters() {
        String askId = pendingAsk();
        Log.write(TopicCatalogue.READINESS, customerId, new byte[] {1, 2, 3});
        owner.decide(askId, APPROVE);
        awaitWaitsFor("unread_assessment");

        Log.assessment(Assessments.praised(customerId).build());

        Asking.awaitLatest(owner, customerId, "released");
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
