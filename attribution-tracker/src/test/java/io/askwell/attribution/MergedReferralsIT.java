package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.attributions.v1.PendingReview;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.SourceChannel;
import io.askwell.leads.v1.LeadReported;
import io.askwell.rewards.v1.RewardState;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Two referrals that turn out to be of one lead, as people and the next service see them. */
class MergedReferralsIT {

    private final RunningTracker tracker = RunningTracker.SHARED;
    private final String email = RunningTracker.newAddress();
    private final String otherEmail = RunningTracker.newAddress();
    private final String externalId = "CRM-" + UUID.randomUUID();

    @Test
    void theOtherAnswersWhereItLivesOnAndHowItStoodLast() {
        Pair pair = merged();

        JsonNode other = tracker.get("/v1/referrals/" + pair.younger());
        assertThat(other.path("mergedInto").asString()).isEqualTo(pair.older());
        assertThat(other.path("stage").asString()).isEqualTo("submitted");
        assertThat(other.at("/lead/email").asString()).isEqualTo(otherEmail);
        JsonNode survivor = tracker.get("/v1/referrals/" + pair.older());
        assertThat(survivor.path("mergedInto").isNull()).isTrue();
        assertThat(survivor.path("stage").asString()).isEqualTo("accepted");
        assertThat(survivor.path("claims")).hasSize(2);
    }

    @Test
    void listsShowTheSurvivorOnlyAndFindItByEitherAddress() {
        Pair pair = merged();

        for (String address : List.of(email, otherEmail)) {
            assertThat(tracker.referralOf(address).path("referralId").asString())
                    .isEqualTo(pair.older());
        }
    }

    @Test
    void theTopicSaysIntoWhichReferralItWent() {
        Pair pair = merged();

        AttributionEvent last = tracker.steps(pair.younger()).getLast();
        assertThat(last.getType()).isEqualTo(AttributionEventType.referral_merged);
        assertThat(last.getMergedInto()).isEqualTo(pair.older());
        assertThat(last.getOpenReviews()).isEmpty();
    }

    @Test
    void anUnmergeAnswersTheReferralAsItWas() {
        Pair pair = merged();
        String key = UUID.randomUUID().toString();

        HttpResponse<String> answer = unmerge(pair.younger(), "{\"reason\": \"two brothers\"}", key);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode younger = RunningTracker.json(answer.body());
        assertThat(younger).isEqualTo(tracker.get("/v1/referrals/" + pair.younger()));
        assertThat(younger.path("mergedInto").isNull()).isTrue();
        assertThat(younger.path("claims")).hasSize(1);
        assertThat(tracker.referralOf(otherEmail)).isEqualTo(younger);
        assertThat(tracker.referralOf(email).path("claims")).hasSize(1);
        await().untilAsserted(
                        () -> assertThat(tracker.steps(pair.younger()).getLast().getType())
                                .isEqualTo(AttributionEventType.referral_unmerged));
        assertThat(unmerge(pair.younger(), "{\"reason\": \"two brothers\"}", key)
                        .body())
                .isEqualTo(answer.body());
        assertThat(unmerge(pair.younger(), "{\"reason\": \"again\"}", null).statusCode())
                .isEqualTo(409);
    }

    @Test
    void anUnmergeNamesAReferralAndGivesAReason() {
        Pair pair = merged();

        assertThat(unmerge(pair.younger(), "{}", null).statusCode()).isEqualTo(422);
        assertThat(unmerge(pair.younger(), "{\"reason\": \"so\", \"by\": \"me\"}", null)
                        .statusCode())
                .isEqualTo(422);
        assertThat(unmerge(UUID.randomUUID().toString(), "{\"reason\": \"so\"}", null)
                        .statusCode())
                .isEqualTo(404);
        assertThat(unmerge("7", "{\"reason\": \"so\"}", null).statusCode()).isEqualTo(404);
    }

    @Test
    void anApprovedRewardMakesTheMergeAQuestionThatAPersonAnswers() {
        Pair pair = two();
        tracker.publishReward(pair.older(), RewardState.approved);
        await().until(() -> tracker.money(pair.older()).orElse(false));

        bridge();

        String reviewId = await().until(() -> bridgingReview(pair), Objects::nonNull);
        PendingReview pending = Objects.requireNonNull(
                await().until(() -> tracker.reviewRecords(reviewId), records -> !records.isEmpty())
                        .getFirst());
        assertThat(pending.getOtherReferralId()).isEqualTo(pair.older());
        assertThat(tracker.get("/v1/referrals/" + pair.older()).path("flags").toString())
                .contains("bridges_records");
        assertRefused(rule(reviewId, "{\"creditClaim\": \"none\", \"reason\": \"so\"}"), "/sameLead");
        assertRefused(rule(reviewId, "{\"sameLead\": \"yes?\", \"reason\": \"so\"}"), "/sameLead");

        HttpResponse<String> answer = rule(reviewId, "{\"sameLead\": true, \"reason\": \"she told me\"}");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RunningTracker.json(answer.body()).path("mergedInto").asString())
                .isEqualTo(pair.older());
        await().untilAsserted(() ->
                assertThat(tracker.reviewRecords(reviewId)).hasSize(2).endsWith((PendingReview) null));
        assertThat(rule(reviewId, "{\"sameLead\": false, \"reason\": \"so\"}").statusCode())
                .isEqualTo(409);
    }

    @Test
    void aVoidedRewardIsNoMoney() {
        Pair pair = two();
        tracker.publishReward(pair.older(), RewardState.approved);
        tracker.publishReward(pair.older(), RewardState.voided);
        tracker.publishReward(pair.younger(), RewardState.awaiting_approval);
        for (String referralId : List.of(pair.older(), pair.younger())) {
            await().until(() ->
                    tracker.money(referralId).filter(money -> !money).isPresent());
        }

        bridge();

        await().untilAsserted(() -> assertThat(tracker.get("/v1/referrals/" + pair.younger())
                        .path("mergedInto")
                        .asString(""))
                .isEqualTo(pair.older()));
    }

    private record Pair(String older, String younger) {}

    private Pair two() {
        tracker.publish(LeadRecord.submission(email));
        tracker.stepsAfter(1, email);
        LeadReported other = LeadRecord.submission(otherEmail, "C-200", SourceChannel.call);
        other.getSubmission().setExternalId(externalId);
        tracker.publish(other);
        tracker.stepsAfter(1, otherEmail);
        return new Pair(
                tracker.referralOf(email).path("referralId").asString(),
                tracker.referralOf(otherEmail).path("referralId").asString());
    }

    private void bridge() {
        tracker.publish(LeadRecord.update(email, externalId, LeadStage.accepted));
    }

    private Pair merged() {
        Pair pair = two();
        bridge();
        await().untilAsserted(
                        () -> assertThat(tracker.steps(pair.younger()).getLast().getType())
                                .isEqualTo(AttributionEventType.referral_merged));
        return pair;
    }

    private @Nullable String bridgingReview(Pair pair) {
        return tracker.get("/v1/reviews?limit=500")
                .path("items")
                .valueStream()
                .filter(review -> review.path("referralId").asString().equals(pair.younger()))
                .filter(review -> review.path("kind").asString().equals("bridging"))
                .map(review -> review.path("reviewId").asString())
                .findFirst()
                .orElse(null);
    }

    private HttpResponse<String> unmerge(String referralId, String body, @Nullable String key) {
        return tracker.request("POST", "/v1/referrals/" + referralId + "/unmerge", "program-owner", body, key);
    }

    private HttpResponse<String> rule(String reviewId, String body) {
        return tracker.request("POST", "/v1/reviews/" + reviewId + "/ruling", "program-owner", body, null);
    }

    private static void assertRefused(HttpResponse<String> answer, String pointer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(pointer);
    }
}
