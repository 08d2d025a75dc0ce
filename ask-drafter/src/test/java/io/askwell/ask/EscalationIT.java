package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.asks.v1.AskEvent;
import io.askwell.asks.v1.AskEventType;
import io.askwell.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An ask that nobody answers, and a service that was away at the moment. */
class EscalationIT {

    private final RunningDrafter drafter = RunningDrafter.shared();
    private final Caller owner = Caller.accountOwner("rep-7");
    private final String customerId = "C-" + UUID.randomUUID();

    @AfterEach
    void backToNow() {
        drafter.clock().backToNow();
    }

    @Test
    void anUnansweredAskEscalatesAlthoughTheServiceWasAwayAtTheMoment() {
        Log.assessment(Assessments.praised(customerId).build());
        JsonNode pending = Asking.awaitLatest(owner, customerId, "pending");
        assertThat(pending.at("/escalatedAt").isNull()).isTrue();
        assertThat(escalated()).isZero();

        drafter.restartAfter(Duration.ofHours(12));

        await().atMost(Asking.SOON).until(() -> escalated() == 1);
        JsonNode ask = Asking.asks(owner, customerId).getFirst();
        assertThat(ask.at("/status").asString()).isEqualTo("pending");
        assertThat(ask.at("/escalatedAt").asString()).isNotEmpty();
        assertThat(ask.at("/history/1/step").asString()).isEqualTo("escalated");
        await().atMost(Asking.SOON)
                .untilAsserted(() -> assertThat(Log.values(TopicCatalogue.ASKS, customerId))
                        .extracting(AskEvent::getType)
                        .containsExactly(AskEventType.ask_drafted, AskEventType.ask_escalated));
        var decided = owner.decide(ask.at("/askId").asString(), """
                {"decision": "decline", "draftVersion": 1, "reason": "not now"}""");
        assertThat(decided.status()).isEqualTo(200);
        assertThat(decided.body().at("/escalatedAt").isNull()).isTrue();
    }

    @Test
    void anAskThatExpiredWhileTheServiceWasAwayDoesNotEscalate() {
        Log.assessment(Assessments.praised(customerId).build());
        Asking.awaitLatest(owner, customerId, "pending");

        drafter.restartAfter(Duration.ofHours(24));

        JsonNode ask = Asking.awaitLatest(owner, customerId, "expired");
        assertThat(ask.at("/history").size()).isEqualTo(2);
        assertThat(ask.at("/history/1/reasons/0/code").asString()).isEqualTo("window_closed");
    }

    private int escalated() {
        return Caller.programOwner()
                .get("/v1/asks?escalated=true&customerId=" + customerId)
                .body()
                .at("/items")
                .size();
    }
}
