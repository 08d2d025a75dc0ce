package io.askwell.attribution.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.MatchingWeights;
import io.askwell.attribution.domain.Facts;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.Person;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.Suspicion;
import io.askwell.attribution.domain.matching.Contribution;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Leads that no certain key joins, and what follows from how alike they are. */
class DuplicatesByLikenessTest {

    private static final String COO = "Chief Operating Officer";

    private final TrackerInMemory tracker = new TrackerInMemory(MatchingWeights.policy());
    private final RecordsInMemory records = tracker.records;

    private final Submission known = lead("1", "Sam Roe", "Roe Freight", COO);

    @Test
    void veryLikelyDuplicatesBecomeOneWithoutAPerson() {
        Submission same = lead("2", "Sam Roe", "Roe Freight", COO);

        tracker.hears(known, same);

        assertThat(records.groups()).hasSize(1);
        Referral other = last(same);
        assertThat(other.mergedInto()).isEqualTo(record(known));
        assertThat(other.attribution().note()).contains("likely the same lead: ");
    }

    @Test
    void likelyDuplicatesAreAQuestionWithWhatEachFieldSays() {
        Submission alike = lead("2", "Sam Roe", "Roe Freight", null);

        tracker.hears(known, alike);

        assertThat(records.groups()).hasSize(2);
        assertThat(last(known).openReviews()).isEmpty();
        Review question = question(alike);
        assertThat(question.kind()).isEqualTo(ReviewKind.PROBABLE_DUPLICATE);
        Suspicion suspicion = question.suspected().orElseThrow();
        assertThat(suspicion.older()).isEqualTo(record(known));
        assertThat(suspicion.likely().orElseThrow().probability()).isBetween(0.75, 0.95);
        assertThat(suspicion.likely().orElseThrow().contributions())
                .extracting(Contribution::field)
                .contains("prior", "name", "organisation", "email", "phone", "title", "country");
    }

    @Test
    void aNameAloneIsNeverAskedAbout() {
        tracker.hears(known, lead("2", "Sam Roe", null, COO));

        assertThat(records.groups()).hasSize(2);
        assertThat(records.referrals().values())
                .allMatch(referral -> referral.openReviews().stream()
                        .noneMatch(review -> review.kind().asksWhetherSameLead()));
    }

    @Test
    void moneyOnOneOfThemMakesEvenTheMostLikelyAQuestion() {
        tracker.hears(known);
        records.reward(record(known));
        Submission same = lead("2", "Sam Roe", "Roe Freight", COO);

        tracker.hears(same);

        assertThat(records.groups()).hasSize(2);
        assertThat(question(same).kind()).isEqualTo(ReviewKind.PROBABLE_DUPLICATE);
    }

    @Test
    void whomTheCrmHasTwiceOnlyAPersonMakesOne() {
        Submission same = lead("2", "Sam Roe", "Roe Freight", COO);
        tracker.hears(withExternalId("CRM-1", known), withExternalId("CRM-2", same));

        assertThat(records.groups()).hasSize(2);
        assertThat(question(same).kind()).isEqualTo(ReviewKind.PROBABLE_DUPLICATE);
    }

    @Test
    void whatIsLearnedLaterIsComparedAgain() {
        Submission alike = lead("2", "Sam Roe", "Roe Freight", null);
        tracker.hears(known, alike);

        tracker.hears(Facts.submission("3", alike.identity(), new Lead("Sam Roe", null, null, null, COO)));

        assertThat(records.groups()).hasSize(1);
        assertThat(last(alike).openReviews()).isEmpty();
    }

    @Test
    void aPersonsWordStandsAboveEveryWeight() {
        Submission alike = lead("2", "Sam Roe", "Roe Freight", null);
        tracker.hears(known, alike);
        rule(alike, false);

        tracker.hears(Facts.submission("3", alike.identity(), new Lead("Sam Roe", null, null, null, COO)));

        assertThat(records.groups()).hasSize(2);
        assertThat(last(alike).openReviews()).isEmpty();
    }

    @Test
    void whatAPersonTookApartNoLikenessJoins() {
        Submission same = lead("2", "Sam Roe", "Roe Freight", COO);
        tracker.hears(known, same);
        tracker.unmergeReferral.unmerge(new UnmergeReferral.Command(record(same), "two brothers", "pat"));

        tracker.hears(
                Facts.submission("3", same.identity(), new Lead("Sam Roe", null, "+14155550101", "Roe Freight", COO)));

        assertThat(records.groups()).hasSize(2);
        assertThat(last(same).mergedInto()).isNull();
    }

    @Test
    void aPersonMayJoinThem() {
        Submission alike = lead("2", "Sam Roe", "Roe Freight", null);
        tracker.hears(known, alike);

        rule(alike, true);

        assertThat(last(alike).mergedInto()).isEqualTo(record(known));
        assertThat(records.groups()).hasSize(1);
    }

    private Referral last(LeadFact fact) {
        return Objects.requireNonNull(records.referrals().get(record(fact)));
    }

    private Review question(LeadFact fact) {
        return last(fact).openReviews().stream()
                .filter(review -> review.kind().asksWhetherSameLead())
                .findFirst()
                .orElseThrow();
    }

    private void rule(LeadFact fact, boolean sameLead) {
        tracker.ruleOnDuplicate.rule(
                new RuleOnDuplicate.Command(question(fact).reviewId(), sameLead, "I asked", new Person("pat", null)));
    }

    private static Submission withExternalId(String externalId, Submission submission) {
        return Facts.submission(
                submission.id().id(), new LeadIdentity(submission.identity().email(), externalId), submission.lead());
    }

    private static UUID record(LeadFact fact) {
        return LeadHistory.beginningWith(fact.id()).referralId();
    }

    /** With an address of its own, which joins it to nobody and is left out of the comparison. */
    private static Submission lead(String id, String name, @Nullable String company, @Nullable String title) {
        return Facts.submission(
                id,
                new LeadIdentity("lead-%s@home.example".formatted(id), null),
                new Lead(name, null, null, company, title));
    }
}
