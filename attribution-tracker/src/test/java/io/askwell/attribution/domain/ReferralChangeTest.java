package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.domain.ReferralChange.Step;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReferralChangeTest {

    private static final Instant FRIDAY = Facts.NOON.plusSeconds(3600);

    private static final LeadHistory SUBMITTED = Facts.history(Facts.form("1", Facts.ADA));

    @Test
    void theFirstSubmissionIsOneStep() {
        assertThat(types(change(null, SUBMITTED))).containsExactly(StepType.REFERRAL_SUBMITTED);
    }

    @Test
    void aStageIsAnnouncedWithTheMomentInWhichItWasReached() {
        LeadHistory accepted = SUBMITTED.with(Facts.report("1", Stage.ACCEPTED, FRIDAY));

        assertThat(change(SUBMITTED, accepted).steps()).containsExactly(new Step(StepType.REFERRAL_ACCEPTED, FRIDAY));
    }

    @Test
    void whatTheCrmReportedEarlyIsAnnouncedWithTheSubmission() {
        LeadHistory wonBefore = SUBMITTED.with(Facts.report("1", Stage.DEAL_WON, FRIDAY));

        assertThat(change(null, wonBefore).steps())
                .containsExactly(
                        new Step(StepType.REFERRAL_SUBMITTED, Facts.NOON),
                        new Step(StepType.REFERRAL_CONVERTED, FRIDAY));
    }

    @Test
    void aStageThatIsReportedTwiceIsAnnouncedOnce() {
        LeadHistory booked = SUBMITTED.with(Facts.report("1", Stage.MEETING_BOOKED, FRIDAY));
        LeadHistory bookedAgain = booked.with(Facts.report("2", Stage.MEETING_BOOKED, FRIDAY.plusSeconds(60)));

        assertThat(change(booked, bookedAgain).steps()).isEmpty();
    }

    @Test
    void aStageThatIsReportedLateIsAnnouncedThoughTheReferralIsFurther() {
        LeadHistory won = SUBMITTED.with(Facts.report("1", Stage.DEAL_WON, FRIDAY));
        LeadHistory introducedBefore = won.with(Facts.report("2", Stage.INTRO_MADE, Facts.NOON.plusSeconds(1)));

        assertThat(types(change(won, introducedBefore))).containsExactly(StepType.INTRODUCTION_RECEIVED);
    }

    @Test
    void winningTwiceIsAnnouncedOnce() {
        LeadHistory won = SUBMITTED.with(Facts.report("1", Stage.DEAL_WON, FRIDAY));
        LeadHistory lostAndWonAgain = won.with(Facts.report("2", Stage.DEAL_LOST, FRIDAY.plusSeconds(1)))
                .with(Facts.report("3", Stage.DEAL_WON, FRIDAY.plusSeconds(2)));

        assertThat(change(won, lostAndWonAgain).steps()).isEmpty();
    }

    @Test
    void everyRefundIsAnnounced() {
        LeadHistory won = SUBMITTED.with(Facts.report("1", Stage.DEAL_WON, FRIDAY, new Money(900, "USD")));
        LeadHistory refunded =
                won.with(Facts.report("2", Stage.REFUNDED, FRIDAY.plusSeconds(1), new Money(100, "USD")));
        LeadHistory again =
                refunded.with(Facts.report("3", Stage.REFUNDED, FRIDAY.plusSeconds(2), new Money(100, "USD")));

        assertThat(types(change(won, refunded))).containsExactly(StepType.REFERRAL_REFUNDED);
        assertThat(types(change(refunded, again))).containsExactly(StepType.REFERRAL_REFUNDED);
    }

    @Test
    void aDealThatIsLostAgainIsAnnouncedAgain() {
        LeadHistory lost = SUBMITTED.with(Facts.report("1", Stage.DEAL_LOST, FRIDAY));
        LeadHistory reopened = lost.with(Facts.report("2", Stage.DEAL_CREATED, FRIDAY.plusSeconds(1)));
        LeadHistory lostAgain = reopened.with(Facts.report("3", Stage.DEAL_LOST, FRIDAY.plusSeconds(2)));

        assertThat(types(change(null, lost))).endsWith(StepType.REFERRAL_LOST);
        assertThat(types(change(lost, reopened))).containsExactly(StepType.DEAL_CREATED);
        assertThat(types(change(reopened, lostAgain))).containsExactly(StepType.REFERRAL_LOST);
    }

    @Test
    void aRepetitionByTheSameReferrerIsADuplicate() {
        LeadHistory repeated = SUBMITTED.with(Facts.form("2", Facts.ADA));

        assertThat(types(change(SUBMITTED, repeated))).containsExactly(StepType.REFERRAL_DUPLICATE);
    }

    @Test
    void aRivalAddsAClaimAndADisputeAndAReview() {
        LeadHistory disputed = SUBMITTED.with(Facts.form("2", Facts.BOB));

        ReferralChange change = change(SUBMITTED, disputed);

        assertThat(types(change)).containsExactly(StepType.CLAIM_ADDED, StepType.ATTRIBUTION_DISPUTED);
        assertThat(change.opened()).extracting(Review::kind).containsExactly(ReviewKind.CONFLICT);
        assertThat(change.closed()).isEmpty();
    }

    @Test
    void anotherRivalChangesTheReviewThatIsOpen() {
        LeadHistory disputed = SUBMITTED.with(Facts.form("2", Facts.BOB));
        LeadHistory moreDisputed = disputed.with(Facts.form("3", Referrer.customer("C-300")));

        ReferralChange change = change(disputed, moreDisputed);

        assertThat(types(change)).containsExactly(StepType.CLAIM_ADDED);
        assertThat(change.opened()).isEmpty();
        assertThat(change.changed()).extracting(Review::kind).containsExactly(ReviewKind.CONFLICT);
    }

    @Test
    void evidenceThatChangesWhoIsCreditedChangesTheAttribution() {
        LeadHistory called = Facts.history(Facts.submission("1", Channel.CALL, Facts.ADA));
        LeadHistory introduced = called.with(Facts.submission("2", Channel.EMAIL_INTRO, Facts.BOB));

        assertThat(types(change(called, introduced)))
                .containsExactly(StepType.CLAIM_ADDED, StepType.ATTRIBUTION_CHANGED);
    }

    @Test
    void aRulingSettlesAndClosesTheReview() {
        LeadHistory disputed = SUBMITTED.with(Facts.form("2", Facts.BOB));
        Review review = Facts.assessed(disputed).openReviews().getFirst();
        LeadHistory ruled = disputed.with(new Ruling(
                review.reviewId(), review.kind(), Facts.BOB, Set.of(Facts.ADA, Facts.BOB), "pat", "so it was", FRIDAY));

        ReferralChange change = change(disputed, ruled);

        assertThat(types(change)).containsExactly(StepType.ATTRIBUTION_SETTLED);
        assertThat(change.closed()).containsExactly(review);
        assertThat(change.opened()).isEmpty();
    }

    @Test
    void aQuestionThatIsAskedAgainAfterARulingIsAnotherOne() {
        LeadHistory disputed = SUBMITTED.with(Facts.form("2", Facts.BOB));
        Review review = Facts.assessed(disputed).openReviews().getFirst();
        LeadHistory ruled = disputed.with(new Ruling(
                review.reviewId(), review.kind(), Facts.BOB, Set.of(Facts.ADA, Facts.BOB), "pat", "so it was", FRIDAY));
        LeadHistory disputedAgain = ruled.with(Facts.form("3", Referrer.customer("C-300")));

        ReferralChange change = change(ruled, disputedAgain);

        assertThat(types(change)).containsExactly(StepType.CLAIM_ADDED, StepType.ATTRIBUTION_DISPUTED);
        assertThat(change.opened()).hasSize(1).doesNotContain(review);
    }

    @Test
    void aNewOwnerIsAnUpdate() {
        LeadHistory accepted = SUBMITTED.with(Facts.report("1", Stage.ACCEPTED, FRIDAY));
        LeadHistory handedOver = accepted.with(new StageReport(
                new FactId("hubspot", "2"), FRIDAY.plusSeconds(1), Facts.SAM, Stage.ACCEPTED, null, "rep-9", null));

        assertThat(types(change(accepted, handedOver))).containsExactly(StepType.REFERRAL_UPDATED);
    }

    @Test
    void whatChangesNothingIsNoStep() {
        Referral referral = Facts.assessed(SUBMITTED);

        assertThat(new ReferralChange(referral, referral, FRIDAY).steps()).isEmpty();
    }

    private static ReferralChange change(@Nullable LeadHistory before, LeadHistory after) {
        Instant happenedAt = after.facts().getLast().occurredAt();
        return new ReferralChange(
                before == null ? null : Facts.assessed(before),
                Facts.assessed(after),
                before == null ? Facts.NOON : happenedAt);
    }

    private static List<StepType> types(ReferralChange change) {
        return change.steps().stream().map(Step::type).toList();
    }
}
