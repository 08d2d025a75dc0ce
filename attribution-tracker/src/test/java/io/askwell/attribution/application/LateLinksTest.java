package io.askwell.attribution.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.MatchingWeights;
import io.askwell.attribution.domain.Claim;
import io.askwell.attribution.domain.Evidence;
import io.askwell.attribution.domain.EvidenceKind;
import io.askwell.attribution.domain.Facts;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.LinkClick;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.LinkMade;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.ReportedFact;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.StepType;
import io.askwell.attribution.domain.Submission;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said about a link after the forms that name it. */
class LateLinksTest {

    private static final LeadIdentity SAM = new LeadIdentity("sam@acme.example", null);
    private static final LeadIdentity KIM = new LeadIdentity("kim@norden.example", null);

    private static final Submission FORM = Facts.formBehind("L-1", "k-1", "1", SAM);
    private static final LinkMade MADE = Facts.linkMade("L-1", Facts.ADA);
    private static final LinkClick CLICK = Facts.click("L-1", "k-1");

    private static final UUID REFERRAL = record(FORM);

    private final TrackerInMemory tracker = new TrackerInMemory(MatchingWeights.keysAlone());
    private final RecordsInMemory records = tracker.records;

    @Test
    void aLinkThatIsKnownLateMakesItsOwnerTheReferrer() {
        tracker.hears(FORM);
        assertThat(claims(REFERRAL)).containsExactly(Referrer.link("L-1"));

        tracker.hears(MADE);

        assertThat(claims(REFERRAL)).containsExactly(Facts.ADA);
        assertThat(lastSteps()).containsExactly(StepType.ATTRIBUTION_CHANGED);
    }

    @Test
    void aClickThatIsKnownLateIsEvidence() {
        tracker.hears(FORM).hears(MADE);
        assertThat(evidence()).containsExactly(EvidenceKind.FORM);

        tracker.hears(CLICK);

        assertThat(evidence()).containsExactly(EvidenceKind.LINK);
        assertThat(lastSteps()).containsExactly(StepType.REFERRAL_UPDATED);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void theOrderOfArrivalDoesNotMatter(List<ReportedFact> order) {
        order.forEach(this::hears);

        assertThat(records.referrals())
                .isEqualTo(new TrackerInMemory(MatchingWeights.keysAlone())
                        .hears(MADE)
                        .hears(CLICK)
                        .hears(FORM)
                        .records
                        .referrals());
    }

    static Stream<List<ReportedFact>> orders() {
        return Stream.of(
                List.of(FORM, MADE, CLICK),
                List.of(FORM, CLICK, MADE),
                List.of(MADE, FORM, CLICK),
                List.of(MADE, CLICK, FORM),
                List.of(CLICK, FORM, MADE),
                List.of(CLICK, MADE, FORM));
    }

    @Test
    void aLinkConcernsEveryReferralThatNamesIt() {
        Submission other = Facts.formBehind("L-1", "k-2", "2", KIM);

        tracker.hears(FORM, other).hears(MADE);

        assertThat(claims(REFERRAL)).containsExactly(Facts.ADA);
        assertThat(claims(record(other))).containsExactly(Facts.ADA);
    }

    @Test
    void aClickConcernsOnlyTheFormThatGivesItBack() {
        tracker.hears(FORM, Facts.formBehind("L-1", "k-2", "2", KIM));

        assertThat(tracker.recordLinkFact.record(CLICK))
                .isInstanceOfSatisfying(
                        RecordLeadFacts.Outcome.Changed.class,
                        changed -> assertThat(changed.changes())
                                .extracting(change -> change.after().referralId())
                                .containsExactly(REFERRAL));
        assertThat(tracker.recordLinkFact.record(Facts.click("L-1", "k-9")))
                .isInstanceOf(RecordLeadFacts.Outcome.Kept.class);
        assertThat(tracker.recordLinkFact.record(Facts.click("L-9", "k-1")))
                .isInstanceOf(RecordLeadFacts.Outcome.Kept.class);
    }

    @Test
    void aLateLinkConcernsTheRecordInWhichTheOneThatNamesItLivesOn() {
        Submission older = Facts.submission("0", new LeadIdentity(null, "CRM-1"), Lead.UNKNOWN);
        Submission bridge = Facts.submission("3", new LeadIdentity("sam@acme.example", "CRM-1"), Lead.UNKNOWN);
        tracker.hears(older, FORM, bridge);
        Referral merged = last(REFERRAL);

        tracker.hears(MADE);

        assertThat(merged.mergedInto()).isEqualTo(record(older));
        assertThat(claims(record(older))).containsExactly(Facts.ADA);
        assertThat(last(REFERRAL)).isEqualTo(merged);
    }

    @Test
    void aConflictThatALinkResolvesIsNoQuestionAnyMore() {
        tracker.hears(FORM, Facts.submission("2", SAM, Lead.UNKNOWN));
        assertThat(records.referralOf(REFERRAL).openReviews())
                .extracting(Review::kind)
                .containsExactly(ReviewKind.CONFLICT);

        tracker.hears(MADE);

        assertThat(claims(REFERRAL)).containsExactly(Facts.ADA);
        assertThat(records.referralOf(REFERRAL).openReviews()).isEmpty();
        assertThat(tracker.announced.getLast().closed()).hasSize(1);
    }

    private void hears(ReportedFact fact) {
        switch (fact) {
            case LeadFact aboutLead -> tracker.hears(aboutLead);
            case LinkFact aboutLink -> tracker.hears(aboutLink);
        }
    }

    private Set<Referrer> claims(UUID referral) {
        return records.referralOf(referral).claims().stream()
                .map(Claim::referrer)
                .collect(Collectors.toSet());
    }

    private List<EvidenceKind> evidence() {
        return records.referralOf(REFERRAL).claims().getFirst().evidence().stream()
                .map(Evidence::kind)
                .toList();
    }

    private List<StepType> lastSteps() {
        return tracker.announced.getLast().steps().stream()
                .map(ReferralChange.Step::type)
                .toList();
    }

    private Referral last(UUID referral) {
        return tracker.announced.stream()
                .map(ReferralChange::after)
                .filter(after -> after.referralId().equals(referral))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private static UUID record(Submission submission) {
        return LeadHistory.beginningWith(submission.id()).referralId();
    }
}
