package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.asks.v1.AskEvent;
import io.askwell.asks.v1.AskEventType;
import io.askwell.asks.v1.DeliveryMethod;
import io.askwell.asks.v1.PendingAsk;
import io.askwell.event.v1.Reason;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An ask from the assessment to the answer, through the real log, database and HTTP API. */
class AskLifecycleIT {

    private final RunningDrafter drafter = RunningDrafter.shared();
    private final Caller owner = Caller.accountOwner("rep-7");
    private final String customerId = "C-" + UUID.randomUUID();

    @BeforeEach
    void scorerIsUpToDate() {
        Log.scorerHasReadEverything();
    }

    @Test
    void anAssessmentBecomesAPendingAskThatIsApprovedReleasedBehindTheFenceAndAnswered() {
        Log.assessment(Assessments.praised(customerId).build());
        JsonNode pending = Asking.awaitLatest(owner, customerId, "pending");
        String askId = pending.at("/askId").asString();
        assertThat(pending.at("/mode").asString()).isEqualTo("ask_now");
        assertThat(pending.at("/trigger").asString()).isEqualTo("nps_promoter");
        assertThat(pending.at("/draft/version").asInt()).isEqualTo(1);
        assertThat(pending.at("/draft/body").asString()).contains("Ann Roe", "1,000 orders");
        assertThat(pending.at("/contextSummary").asString()).contains("Acme", "app/milestone-" + customerId);
        assertThat(pending.at("/reviewFlags/0").asString()).isEqualTo("consent_unclear");

        var approved = owner.decide(askId, """
                {"decision": "approve", "draftVersion": 1}""");
        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.text("/status")).isEqualTo("approved");
        assertThat(approved.text("/waitsFor")).isEqualTo("release_fence");
        Asking.awaitLatest(owner, customerId, "released");

        Log.signal(Signals.answer(customerId, askId));
        JsonNode answered = Asking.awaitLatest(owner, customerId, "answered");
        assertThat(answered.at("/history").size()).isEqualTo(4);
        assertThat(answered.at("/history/1/by").asString()).isEqualTo("rep-7");
        List<AskEvent> events = awaitEvents(
                AskEventType.ask_drafted,
                AskEventType.ask_approved,
                AskEventType.ask_released,
                AskEventType.ask_answered);
        assertThat(events.get(2).getDelivery().getMethod()).isEqualTo(DeliveryMethod.by_owner);
        assertThat(events)
                .allSatisfy(event ->
                        assertThat(event.getMeta().getCorrelationId()).isEqualTo("delighted/praise-" + customerId));
        assertThat(events.stream().map(event -> event.getMeta().getEventId()))
                .containsExactly(askId + "/1", askId + "/2", askId + "/3", askId + "/4");
    }

    @Test
    void anAssessmentDeliveredTwiceHasOneEffect() {
        ReadinessAssessed assessment = Assessments.praised(customerId).build();
        Log.assessment(assessment);
        Log.assessment(assessment);
        Asking.awaitLatest(owner, customerId, "pending");
        drafter.restart();

        Log.assessment(assessment);
        Log.assessment(Assessments.complaining(customerId).build());

        Asking.awaitLatest(owner, customerId, "withdrawn");
        assertThat(Asking.statuses(owner, customerId)).containsExactly("withdrawn");
        List<AskEvent> events =
                awaitEvents(AskEventType.ask_drafted, AskEventType.ask_withdrawn, AskEventType.opportunity_held_back);
        assertThat(events.subList(1, 3))
                .allSatisfy(event -> assertThat(event.getReasons())
                        .extracting(Reason::getCode)
                        .containsExactly("complaint"));
    }

    @Test
    void theQueueHoldsExactlyThePendingAsks() {
        List<String> gone = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (String end : List.of("approve", "defer", "decline", "none")) {
            String customer = customerId + end;
            Log.assessment(Assessments.praised(customer).build());
            String askId =
                    Asking.awaitLatest(owner, customer, "pending").at("/askId").asString();
            switch (end) {
                case "approve" -> owner.decide(askId, """
                        {"decision": "approve", "draftVersion": 1, "body": "Who should I meet?"}""");
                case "defer" ->
                    owner.decide(askId, """
                        {"decision": "defer", "draftVersion": 1, "reason": "away", "until": "%s"}""".formatted(Assessments.now().plus(Duration.ofDays(9))));
                case "decline" -> owner.decide(askId, """
                        {"decision": "decline", "draftVersion": 1, "reason": "no"}""");
                default -> {}
            }
            (end.equals("none") ? waiting : gone).add(askId);
        }

        String queue = TopicCatalogue.PENDING_ASKS.name();
        await().atMost(Asking.SOON).untilAsserted(() -> {
            assertThat(gone)
                    .allSatisfy(askId -> assertThat(
                                    Log.records(queue, askId).getLast().value())
                            .isNull());
            assertThat(waiting).allSatisfy(askId -> {
                PendingAsk entry =
                        Log.values(TopicCatalogue.PENDING_ASKS, askId).getLast();
                assertThat(entry.getAskId()).isEqualTo(askId);
                assertThat(entry.getPersonal().getBody()).contains("Ann Roe");
            });
        });
        assertThat(Asking.asks(owner, customerId + "approve")
                        .getFirst()
                        .at("/draft/version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void anOpportunityWithinTheCoolDownIsHeldBackAndToldOnce() {
        var made = Log.signal(Signals.askRecorded(customerId));
        var assessment = Assessments.praised(customerId).setCoveredThrough(made).build();
        Log.assessment(assessment);
        Log.assessment(assessment);

        AskEvent heldBack = awaitEvents(AskEventType.opportunity_held_back).getFirst();
        assertThat(heldBack.getReasons()).extracting(Reason::getCode).containsExactly("cool_down");
        assertThat(heldBack.getRecheckAt()).isNotNull();
        assertThat(Asking.asks(owner, customerId)).isEmpty();
        var history = owner.get("/v1/customers/" + customerId + "/referral-history");
        assertThat(history.body().at("/timesAsked").asInt()).isEqualTo(1);
        assertThat(history.text("/nextAskEligibleAt"))
                .isEqualTo(heldBack.getRecheckAt().toString());
        assertThat(history.text("/heldBackBy/0/code")).isEqualTo("cool_down");
    }

    @Test
    void nothingIsOpenedBeforeTheSignalsThatTheAssessmentKnowsHaveBeenApplied() {
        var before = Log.signal(Signals.interaction(customerId));
        before.setOffset(before.getOffset() + 1);
        Log.assessment(Assessments.praised(customerId).setCoveredThrough(before).build());
        await().atMost(Asking.SOON)
                .until(() -> owner.get("/v1/customers/" + customerId + "/referral-history")
                                .status()
                        == 200);
        assertThat(Asking.asks(owner, customerId)).isEmpty();

        var next = Log.signal(Signals.askRecorded(customerId));

        assertThat(next.getOffset()).isEqualTo(before.getOffset());
        awaitEvents(AskEventType.opportunity_held_back);
    }

    @Test
    void aRecordThatBreaksTheContractGoesToTheDeadLetterTopicAsItCame() {
        var invalid = Signals.askRecorded(customerId);
        invalid.setRevision(-1);
        Log.signal(invalid);
        Log.write(TopicCatalogue.SIGNALS, customerId, new byte[] {1, 2, 3});
        Log.signal(Signals.askRecorded(customerId));

        await().atMost(Asking.SOON)
                .untilAsserted(() -> assertThat(Caller.programOwner()
                                .get("/v1/customers/" + customerId + "/referral-history")
                                .body()
                                .at("/timesAsked")
                                .asInt())
                        .isEqualTo(1));
        assertThat(Log.records(TopicCatalogue.SIGNALS.deadLetterTopic(), customerId))
                .hasSize(2)
                .last()
                .satisfies(letter -> assertThat(letter.value()).containsExactly(1, 2, 3));
    }

    private List<AskEvent> awaitEvents(AskEventType... types) {
        await().atMost(Asking.SOON)
                .untilAsserted(() -> assertThat(Log.values(TopicCatalogue.ASKS, customerId))
                        .extracting(AskEvent::getType)
                        .containsExactly(types));
        return Log.values(TopicCatalogue.ASKS, customerId);
    }
}
