package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.attributions.v1.PendingReview;
import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.SourceChannel;
import io.askwell.leads.v1.LeadReported;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a conflict over a review and a person's ruling to a settled attribution. */
class ReviewIT {

    private final RunningTracker tracker = RunningTracker.SHARED;
    private final String email = RunningTracker.newAddress();

    @Test
    void aConflictIsSettledByARuling() {
        JsonNode review = conflict();
        String claim = claimOf(review, "C-200");

        HttpResponse<String> answer = tracker.rule(id(review), claim, null);

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode settled = RunningTracker.json(answer.body());
        assertThat(settled).isEqualTo(tracker.referralOf(email));
        assertThat(settled.at("/attribution/state").asString()).isEqualTo("settled");
        assertThat(settled.at("/attribution/confidence").asString()).isEqualTo("confirmed");
        assertThat(settled.at("/attribution/referrer/id").asString()).isEqualTo("C-200");
        assertThat(settled.at("/attribution/decidedBy").asString()).isEqualTo("pat");
        assertThat(settled.at("/attribution/note").asString()).contains("I asked both of them");
        assertThat(openReviews()).isEmpty();
    }

    @Test
    void nobodyIsCreditedWhileTheReviewIsOpen() {
        conflict();

        JsonNode attribution = tracker.referralOf(email).path("attribution");

        assertThat(attribution.path("state").asString()).isEqualTo("disputed");
        assertThat(attribution.path("confidence").asString()).isEqualTo("disputed");
        assertThat(attribution.path("referrer").isNull()).isTrue();
    }

    @Test
    void thePendingQueueHoldsAReviewUntilAPersonRules() {
        JsonNode review = conflict();
        PendingReview waiting = Objects.requireNonNull(
                await().until(() -> tracker.reviewRecords(id(review)), records -> records.size() == 1)
                        .getFirst());
        assertThat(waiting.getKind()).isEqualTo("conflict");
        assertThat(waiting.getReferralId()).isEqualTo(review.path("referralId").asString());
        assertThat(waiting.getClaims()).hasSize(2);

        tracker.rule(id(review), "none", null);

        await().untilAsserted(() ->
                assertThat(tracker.reviewRecords(id(review))).hasSize(2).endsWith((PendingReview) null));
        assertThat(tracker.steps(waiting.getReferralId()))
                .extracting(AttributionEvent::getType)
                .containsExactly(
                        AttributionEventType.referral_submitted,
                        AttributionEventType.claim_added,
                        AttributionEventType.attribution_disputed,
                        AttributionEventType.attribution_settled);
    }

    @Test
    void theQueueShowsTheClaimsAsTheyStandNow() {
        JsonNode review = conflict();

        tracker.publish(LeadRecord.submission(email, "C-300", SourceChannel.form));

        await().untilAsserted(() -> assertThat(tracker.reviewRecords(id(review)))
                .hasSize(2)
                .last()
                .extracting(record -> Objects.requireNonNull(record).getClaims())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3));
        assertThat(openReviews()).hasSize(1);
    }

    @Test
    void theSameRulingWithTheSameKeyAnswersTheSame() {
        JsonNode review = conflict();
        String key = UUID.randomUUID().toString();

        HttpResponse<String> first = tracker.rule(id(review), claimOf(review, "C-100"), key);
        HttpResponse<String> again = tracker.rule(id(review), claimOf(review, "C-100"), key);
        HttpResponse<String> other = tracker.rule(id(review), claimOf(review, "C-200"), key);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(tracker.referralOf(email).at("/attribution/referrer/id").asString())
                .isEqualTo("C-100");
    }

    @Test
    void ofTwoPersonsWhoRuleAtOnceOneIsTooLate() throws Exception {
        JsonNode review = conflict();
        Callable<Integer> forAda =
                () -> tracker.rule(id(review), claimOf(review, "C-100"), null).statusCode();
        Callable<Integer> forBob =
                () -> tracker.rule(id(review), claimOf(review, "C-200"), null).statusCode();

        List<Integer> answers;
        try (var persons = Executors.newFixedThreadPool(2)) {
            var ada = persons.submit(forAda);
            var bob = persons.submit(forBob);
            answers = List.of(ada.get(), bob.get());
        }

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void aRulingNamesAClaimOfTheReferralAndGivesAReason() {
        JsonNode review = conflict();

        assertRefused(tracker.rule(id(review), UUID.randomUUID().toString(), null), 422, "/creditClaim");
        assertRefused(rule(review, "{\"creditClaim\": \"nobody\", \"reason\": \"so\"}"), 422, "/creditClaim");
        assertRefused(rule(review, "{\"creditClaim\": \"none\", \"reason\": \" \"}"), 422, "/reason");
        assertRefused(rule(review, "{\"creditClaim\": \"none\", \"reason\": \"so\", \"by\": \"me\"}"), 422, "/by");
        assertThat(rule(review, "none").statusCode()).isEqualTo(400);
        assertThat(tracker.rule(UUID.randomUUID().toString(), "none", null).statusCode())
                .isEqualTo(404);
        assertThat(tracker.rule("7", "none", null).statusCode()).isEqualTo(404);
        assertThat(openReviews()).hasSize(1);
    }

    @Test
    void whoClaimsTheReferralDoesNotRuleOnIt() {
        tracker.publish(LeadRecord.submission(email, "kim", SourceChannel.form));
        tracker.publish(LeadRecord.submission(email, "C-200", SourceChannel.form));
        JsonNode review = openReviewOf("conflict");

        HttpResponse<String> answer = tracker.requestAs(
                "kim",
                "POST",
                "/v1/reviews/" + id(review) + "/ruling",
                "program-owner",
                "{\"creditClaim\": \"none\", \"reason\": \"so\"}",
                null);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("may gain from the ruling");
        assertThat(openReviews()).hasSize(1);
    }

    @Test
    void aRulingIsAppealedOnceAndTheNextRulingCorrectsTheCredit() {
        JsonNode review = conflict();
        String appeal = "/v1/referrals/" + review.path("referralId").asString() + "/appeal";
        assertThat(appeal(appeal).statusCode()).isEqualTo(409);
        tracker.rule(id(review), claimOf(review, "C-100"), null);

        assertThat(appeal(appeal).statusCode()).isEqualTo(200);
        assertThat(appeal(appeal).statusCode()).isEqualTo(409);

        JsonNode appealed = openReviewOf("appeal");
        assertThat(appealed.path("note").asString()).contains("I asked both of them", "pat appealed: Bob called first");
        tracker.rule(id(appealed), claimOf(appealed, "C-200"), null);
        assertThat(tracker.referralOf(email).at("/attribution/referrer/id").asString())
                .isEqualTo("C-200");
        await().untilAsserted(
                        () -> assertThat(tracker.steps(review.path("referralId").asString()))
                                .extracting(AttributionEvent::getType)
                                .endsWith(AttributionEventType.attribution_settled)
                                .filteredOn(AttributionEventType.attribution_settled::equals)
                                .hasSize(2));
        assertThat(appeal(appeal).statusCode()).isEqualTo(409);
    }

    private HttpResponse<String> appeal(String path) {
        return tracker.request("POST", path, "operator", "{\"reason\": \"Bob called first\"}", null);
    }

    @Test
    void anUnknownBasisWaitsForAPerson() {
        LeadReported submission = LeadRecord.submission(email);
        submission.getSubmission().setIntroductionBasis(IntroductionBasis.unknown);
        tracker.publish(submission);
        JsonNode review = openReviewOf("unknown_basis");

        HttpResponse<String> answer = tracker.rule(id(review), claimOf(review, "C-100"), null);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(RunningTracker.json(answer.body()).path("introductionBasis").asString())
                .isEqualTo("advocate_introduced");
        assertThat(openReviews()).isEmpty();
    }

    @Test
    void aSelfReferralWaitsForAPerson() {
        LeadReported submission = LeadRecord.submission(email);
        submission.getPersonal().setReferrerEmail(email.toUpperCase(Locale.ROOT));
        tracker.publish(submission);

        openReviewOf("self_referral");

        JsonNode referral = tracker.referralOf(email);
        assertThat(referral.path("flags")).isEqualTo(RunningTracker.json("[\"self_referral\",\"unknown_referrer\"]"));
        assertThat(referral.at("/attribution/referrer").isNull()).isTrue();
        assertThat(referral.path("claims")).hasSize(1);
    }

    private JsonNode conflict() {
        tracker.publish(LeadRecord.submission(email, "C-100", SourceChannel.form));
        tracker.publish(LeadRecord.submission(email, "C-200", SourceChannel.form));
        return openReviewOf("conflict");
    }

    private JsonNode openReviewOf(String kind) {
        JsonNode review =
                await().until(this::openReviews, reviews -> !reviews.isEmpty()).getFirst();
        assertThat(review.path("kind").asString()).isEqualTo(kind);
        return review;
    }

    private List<JsonNode> openReviews() {
        JsonNode referrals = tracker.get("/v1/referrals?leadEmail=" + email).path("items");
        return tracker.get("/v1/reviews?status=open&limit=500")
                .path("items")
                .valueStream()
                .filter(review -> review.path("referralId").equals(referrals.at("/0/referralId")))
                .toList();
    }

    private HttpResponse<String> rule(JsonNode review, String body) {
        return tracker.request("POST", "/v1/reviews/" + id(review) + "/ruling", "program-owner", body, null);
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String pointer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(RunningTracker.json(answer.body()).at("/errors/0/pointer").asString())
                .isEqualTo(pointer);
    }

    private static String id(JsonNode review) {
        return review.path("reviewId").asString();
    }

    private static String claimOf(JsonNode review, String customerId) {
        return review.path("claims")
                .valueStream()
                .filter(claim -> claim.at("/referrer/id").asString().equals(customerId))
                .map(claim -> claim.path("claimId").asString())
                .findFirst()
                .orElseThrow();
    }
}
