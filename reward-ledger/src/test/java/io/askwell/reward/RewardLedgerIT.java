package io.askwell.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.attributions.v1.AttributionState;
import io.askwell.attributions.v1.OpenReview;
import io.askwell.rewards.v1.PendingReward;
import io.askwell.rewards.v1.RewardDecision;
import io.askwell.rewards.v1.RewardEvent;
import io.askwell.rewards.v1.RewardEventType;
import io.askwell.rewards.v1.RewardState;
import io.askwell.schemas.TopicCatalogue;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a won referral to balanced books, through every edge. */
class RewardLedgerIT {

    private static final String APPROVE = "{\"decision\":\"approve\"}";

    private final RunningLedger ledger = RunningLedger.get();

    @Test
    void aWonReferralBecomesTwoRewardsThatWaitForAPerson() {
        ledger.publish(AttributionEvents.won("R-proposed", Duration.ofDays(1)));

        List<JsonNode> rewards = await().until(() -> ledger.rewards("R-proposed"), found -> found.size() == 2);

        assertThat(rewards)
                .extracting(reward -> reward.path("role").asString() + " "
                        + reward.path("beneficiary").path("kind").asString() + " "
                        + reward.path("outstanding").path("amountMinor").asLong() + " "
                        + reward.path("state").asString())
                .containsExactly("referrer customer 25000 awaiting_approval", "referred lead 10000 awaiting_approval");
        await().untilAsserted(() -> assertThat(ledger.published(TopicCatalogue.REWARDS, "R-proposed"))
                .extracting(event -> event.getType() + " " + event.getMeta().getCorrelationId())
                .containsExactly("reward_proposed ask-7", "reward_proposed ask-7"));
    }

    @Test
    void anApprovedRewardIsSetAsideAndLeavesTheQueue() {
        JsonNode reward = ledger.proposed("R-approved", Duration.ofDays(1));
        String rewardId = reward.path("rewardId").asString();

        Answer answer = ledger.decide(reward, APPROVE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("state").asString()).isEqualTo("approved");
        assertThat(answer.json().at("/approvals/0/by").asString()).isEqualTo("pat");
        assertThat(answer.json().path("transfers").size()).isEqualTo(1);
        JsonNode hold = ledger.get("/v1/ledger/transfers?rewardId=" + rewardId, RunningLedger.FINANCE)
                .json()
                .at("/items/0");
        assertThat(hold.path("code").asString()).isEqualTo("REWARD_HOLD");
        assertThat(hold.path("debit").asString()).isEqualTo("program:default:reward-expense");
        assertThat(hold.path("credit").asString()).isEqualTo("customer:C-R-approved:rewards-payable");
        await().untilAsserted(() -> {
            List<@Nullable PendingReward> queue = ledger.published(TopicCatalogue.PENDING_REWARDS, rewardId);
            assertThat(queue).hasSize(2);
            assertThat(queue.getFirst()).isNotNull();
            assertThat(queue.getLast()).as("tombstone").isNull();
        });
        RewardEvent event = ledger.lastEvent("R-approved");
        assertThat(event.getType()).isEqualTo(RewardEventType.reward_approved);
        assertThat(event.getDecision().getBy()).isEqualTo("pat");
        assertThat(event.getDecision().getDecision()).isEqualTo(RewardDecision.approve);
        assertThat(event.getTransfers())
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.getTransferId())
                        .isEqualTo(hold.path("transferId").asString()));
    }

    @Test
    void aMergeOfTheReferralVoidsItsProposalsAndAnUnmergeProposesAnew() {
        AttributionEvent won = AttributionEvents.won("R-merged", Duration.ofDays(1));
        ledger.publish(won);
        await().until(() -> ledger.rewards("R-merged").size() == 2);
        AttributionEvent merged = AttributionEvents.after(won)
                .setType(AttributionEventType.referral_merged)
                .setMergedInto("R-survivor")
                .build();

        ledger.publish(merged);

        await().untilAsserted(() -> assertThat(ledger.rewards("R-merged"))
                .extracting(reward -> reward.path("state").asString() + " "
                        + reward.at("/reasons/0/code").asString())
                .containsExactly("voided merged", "voided merged"));
        ledger.publish(AttributionEvents.after(merged)
                .setType(AttributionEventType.referral_unmerged)
                .setMergedInto(null)
                .build());
        await().untilAsserted(() -> assertThat(ledger.rewards("R-merged"))
                .extracting(reward -> reward.path("state").asString())
                .containsExactly("voided", "voided", "awaiting_approval", "awaiting_approval"));
    }

    @Test
    void aRejectedRewardBooksNothingAndSaysWhoAndWhy() {
        JsonNode reward = ledger.proposed("R-rejected", Duration.ofDays(1));

        Answer answer = ledger.decide(reward, "{\"decision\":\"reject\",\"reason\":\"an employee\"}");

        assertThat(answer.json().path("state").asString()).isEqualTo("rejected");
        assertThat(answer.json().at("/rejection/reason").asString()).isEqualTo("an employee");
        assertThat(answer.json().path("transfers").isEmpty()).isTrue();
        assertThat(answer.json().at("/outstanding/amountMinor").asLong()).isZero();
        await().untilAsserted(() -> {
            RewardEvent event = ledger.lastEvent("R-rejected");
            assertThat(event.getDecision().getDecision()).isEqualTo(RewardDecision.reject);
            assertThat(event.getDecision().getReason()).isEqualTo("an employee");
            assertThat(event.getReasons())
                    .singleElement()
                    .satisfies(reason -> assertThat(reason.getEvidence()).containsExactly("person/pat"));
        });
    }

    @Test
    void anApprovedRewardBecomesPayableOnceItsHoldPeriodIsOver() {
        JsonNode reward = ledger.proposed("R-matures", Duration.ofDays(10));
        ledger.decide(reward, APPROVE);
        // The timer looks ten times a second: as long as another reward, due at once, matures meanwhile, this one had
        // its
        // chances.
        JsonNode overdue = ledger.proposed("R-overdue", Duration.ofDays(31));
        ledger.decide(overdue, APPROVE);
        ledger.awaitState("R-overdue", "referrer", "payable");
        assertThat(ledger.reward("R-matures", "referrer").path("state").asString())
                .isEqualTo("approved");

        ledger.clock().advance(Duration.ofDays(20));

        JsonNode payable = ledger.awaitState("R-matures", "referrer", "payable");
        assertThat(payable.path("transfers").size()).isEqualTo(2);
        await().until(() -> ledger.lastEvent("R-matures").getState() == RewardState.payable);
        assertThat(ledger.lastEvent("R-matures").getTransfers())
                .singleElement()
                .satisfies(transfer -> assertThat(transfer.getPendingId())
                        .isEqualTo(payable.at("/transfers/0").asString()));
    }

    @Test
    void aDisputeBlocksPayableUntilAPersonRulesAndARulingForAnotherVoids() {
        AttributionEvent won = AttributionEvents.won("R-disputed", Duration.ofDays(31));
        ledger.publish(won);
        AttributionEvent.Builder disputed = AttributionEvents.after(won);
        disputed.setOpenReviews(List.of(new OpenReview("review-1", "conflict")));
        disputed.getAttribution().setState(AttributionState.disputed);
        disputed.getAttribution().setReferrer(null);
        ledger.publish(disputed.build());
        JsonNode held = ledger.awaitState("R-disputed", "referrer", "not_eligible");
        assertThat(held.path("reasons")
                        .valueStream()
                        .map(reason -> reason.path("code").asString()))
                .containsExactly("disputed", "open_review");

        AttributionEvent settled = AttributionEvents.after(disputed.build())
                .setOpenReviews(List.of())
                .setAttribution(AttributionEvents.attributedTo("C-300"))
                .build();
        ledger.publish(settled);
        JsonNode anew = ledger.awaitState("R-disputed", "referrer", "awaiting_approval");

        assertThat(anew.at("/beneficiary/id").asString()).isEqualTo("C-300");
        assertThat(ledger.rewards("R-disputed"))
                .extracting(reward -> reward.path("state").asString())
                .containsExactly("voided", "awaiting_approval", "awaiting_approval");
    }

    @Test
    void aVoidedHoldIsGivenBackOnTheBooks() {
        AttributionEvent won = AttributionEvents.won("R-voided", Duration.ofDays(1));
        won.setAttribution(AttributionEvents.attributedTo("C-voided"));
        ledger.decide(ledger.proposed(won), APPROVE);
        String account = "/v1/ledger/accounts/customer:C-voided:rewards-payable";
        assertThat(ledger.get(account, RunningLedger.FINANCE)
                        .json()
                        .at("/balances/0/pendingMinor")
                        .asLong())
                .isEqualTo(25_000);

        ledger.publish(AttributionEvents.after(won).setRefunded(won.getValue()).build());
        ledger.awaitState("R-voided", "referrer", "voided");

        JsonNode balance = ledger.get(account, RunningLedger.FINANCE).json().at("/balances/0");
        assertThat(balance.path("pendingMinor").asLong()).isZero();
        assertThat(balance.path("postedMinor").asLong()).isZero();
        JsonNode lines =
                ledger.get(account + "/statement", RunningLedger.FINANCE).json().path("items");
        assertThat(lines.valueStream()
                        .map(line -> line.path("code").asString() + " "
                                + line.path("side").asString() + " "
                                + line.path("pendingChangeMinor").asLong()))
                .containsExactly("REWARD_HOLD credit 25000", "VOID credit -25000");
    }
}
