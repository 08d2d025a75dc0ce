package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.askwell.asks.v1.AskEvent;
import io.askwell.asks.v1.AskEventType;
import io.askwell.asks.v1.DeliveryMethod;
import io.askwell.asks.v1.DeliveryOutcome;
import io.askwell.schemas.TopicCatalogue;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People at the HTTP API who find out what became of a delivery. */
class SettlementIT {

    private static final String DELIVERED = """
            {"outcome": "delivered", "reason": "it is in the log of the relay"}""";

    private final RunningDrafter drafter = RunningDrafter.shared();
    private final Caller owner = Caller.accountOwner("rep-7");
    private final String customerId = "C-" + UUID.randomUUID();
    private String askId = "";

    @BeforeEach
    void deliveryIsUnknown() {
        Log.scorerHasReadEverything();
        Log.assessment(Assessments.praised(customerId).build());
        askId = Asking.awaitLatest(owner, customerId, "pending").at("/askId").asString();
        owner.decide(askId, """
                {"decision": "approve", "draftVersion": 1}""");
        Asking.awaitLatest(owner, customerId, "released");
        // As a sender leaves it that never came back.
        drafter.bean(JdbcClient.class)
                .sql("""
                        update ask
                        set state = jsonb_set(state, '{delivery}', '{"is": "unknown", "carrier": "EMAIL",
                            "reason": "sender_lost", "at": "2026-10-01T10:00:00Z"}')
                        where ask_id = :askId
                        """)
                .param("askId", UUID.fromString(askId))
                .update();
    }

    @Test
    void unknownDeliveriesAreListedUntilTheyAreSettledAndTheSettlementIsAStepThatIsTold() {
        assertThat(unknown(owner)).contains(askId);
        assertThat(unknown(Caller.accountOwner("rep-8"))).doesNotContain(askId);

        var settled = owner.post("/v1/asks/" + askId + "/delivery", DELIVERED, null);

        assertThat(settled.status()).isEqualTo(200);
        assertThat(settled.text("/status")).isEqualTo("released");
        assertThat(settled.text("/delivery/method")).isEqualTo("email");
        assertThat(settled.text("/delivery/outcome")).isEqualTo("delivered");
        assertThat(settled.text("/delivery/reason")).isEqualTo("it is in the log of the relay");
        assertThat(settled.body()
                        .at("/history")
                        .valueStream()
                        .toList()
                        .getLast()
                        .path("by")
                        .asString())
                .isEqualTo("rep-7");
        assertThat(unknown(owner)).doesNotContain(askId);
        await().atMost(Asking.SOON).untilAsserted(() -> {
            AskEvent event = Log.values(TopicCatalogue.ASKS, customerId).getLast();
            assertThat(event.getType()).isEqualTo(AskEventType.ask_delivered);
            assertThat(event.getDelivery().getMethod()).isEqualTo(DeliveryMethod.email);
            assertThat(event.getDelivery().getOutcome()).isEqualTo(DeliveryOutcome.delivered);
            assertThat(event.getDelivery().getSettledBy()).isEqualTo("rep-7");
            assertThat(event.getDelivery().getReason()).isEqualTo("it is in the log of the relay");
        });
    }

    @Test
    void whatIsSettledAsFailedIsItsOwnersToSend() {
        var settled = Caller.programOwner().post("/v1/asks/" + askId + "/delivery", """
                {"outcome": "failed", "reason": "the relay never saw it"}""", null);

        assertThat(settled.text("/delivery/method")).isEqualTo("by_owner");
        assertThat(settled.text("/delivery/outcome")).isEqualTo("failed");
    }

    @Test
    void theSecondOfTwoIsToldWhatItIs() {
        owner.post("/v1/asks/" + askId + "/delivery", DELIVERED, null);

        var second = owner.post("/v1/asks/" + askId + "/delivery", DELIVERED, null);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("/type")).endsWith("delivery_not_unknown");
        assertThat(second.text("/detail")).contains("delivered");
    }

    @Test
    void theSameKeyAnswersTheSame() {
        String key = UUID.randomUUID().toString();

        var first = owner.post("/v1/asks/" + askId + "/delivery", DELIVERED, key);
        var again = owner.post("/v1/asks/" + askId + "/delivery", DELIVERED, key);

        assertThat(again).isEqualTo(first);
    }

    static Stream<Arguments> roles() {
        return Stream.of(
                arguments("rep-8", "account-owner", 403),
                arguments("ops", "operator", 403),
                arguments("fin", "finance", 403),
                arguments("local", "source", 403),
                arguments("pat", "program-owner", 200));
    }

    @ParameterizedTest
    @MethodSource("roles")
    void onlyTheOwnerAndTheProgramOwnerSettle(String id, String role, int status) {
        assertThat(Caller.of(id, role)
                        .post("/v1/asks/" + askId + "/delivery", DELIVERED, null)
                        .status())
                .isEqualTo(status);
    }

    static Stream<Arguments> incomplete() {
        return Stream.of(
                arguments("{\"reason\": \"seen\"}", 422, "/outcome"),
                arguments("{\"outcome\": \"unknown\", \"reason\": \"seen\"}", 422, "/outcome"),
                arguments("{\"outcome\": \"failed\", \"reason\": \" \"}", 422, "/reason"));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void whatIsMissingIsNamed(String body, int status, String pointer) {
        var answer = owner.post("/v1/asks/" + askId + "/delivery", body, null);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text("/errors/0/pointer")).isEqualTo(pointer);
    }

    @Test
    void whatIsNotThereIsNotFoundAndNoWordOfADeliveryIsABadRequest() {
        assertThat(owner.post("/v1/asks/" + UUID.randomUUID() + "/delivery", DELIVERED, null)
                        .status())
                .isEqualTo(404);
        assertThat(owner.get("/v1/asks?delivery=lost").status()).isEqualTo(400);
        assertThat(Caller.nobody()
                        .post("/v1/asks/" + askId + "/delivery", DELIVERED, null)
                        .status())
                .isEqualTo(401);
    }

    private static List<String> unknown(Caller caller) {
        return caller.get("/v1/asks?delivery=unknown&limit=100")
                .body()
                .at("/items")
                .valueStream()
                .map(ask -> ask.path("askId").asString())
                .toList();
    }
}
