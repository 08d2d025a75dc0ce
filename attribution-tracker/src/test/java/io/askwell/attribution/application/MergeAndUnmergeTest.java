package io.askwell.attribution.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.MatchingWeights;
import io.askwell.attribution.application.UnmergeReferral.Outcome;
import io.askwell.attribution.domain.Channel;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.Facts;
import io.askwell.attribution.domain.Flag;
import io.askwell.attribution.domain.IntroductionBasis;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.Person;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.SourcePath;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.StageReport;
import io.askwell.attribution.domain.StepType;
import io.askwell.attribution.domain.Submission;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a fact that bridges two records does, and what a person can say about it. */
class MergeAndUnmergeTest {

    private static final LeadIdentity ADDRESS = new LeadIdentity("sam@acme.example", null);
    private static final LeadIdentity EXTERNAL_ID = new LeadIdentity(null, "CRM-77");
    private static final LeadIdentity BOTH = new LeadIdentity("sam@acme.example", "CRM-77");

    private static final Submission FIRST = submission("1", ADDRESS, Facts.ADA);
    private static final Submission SECOND = submission("2", EXTERNAL_ID, Facts.BOB);
    private static final StageReport BRIDGE = report("bridge", BOTH, Stage.ACCEPTED);

    private static final UUID OLDER = record(FIRST);
    private static final UUID YOUNGER = record(SECOND);

    private final TrackerInMemory tracker = new TrackerInMemory(MatchingWeights.keysAlone());
    private final RecordsInMemory records = tracker.records;

    @Test
    void aFactThatNamesTwoReferralsMergesTheYoungerIntoTheOlder() {
        tracker.hears(FIRST, SECOND, BRIDGE);

        Referral survivor = records.referralOf(OLDER);
        assertThat(survivor.claims()).hasSize(2);
        assertThat(survivor.progress().stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(survivor.flags()).doesNotContain(Flag.BRIDGES_RECORDS);
        Referral other = last(YOUNGER);
        assertThat(other.mergedInto()).isEqualTo(OLDER);
        assertThat(other.claims()).hasSize(1);
        assertThat(other.attribution().note()).contains("Merged into referral " + OLDER);
    }

    @Test
    void bothAnnounceIt() {
        tracker.hears(FIRST, SECOND);
        tracker.announced.clear();

        tracker.hears(BRIDGE);

        assertThat(steps(YOUNGER)).containsExactly(StepType.REFERRAL_MERGED);
        assertThat(steps(OLDER))
                .containsExactly(StepType.CLAIM_ADDED, StepType.REFERRAL_ACCEPTED, StepType.ATTRIBUTION_DISPUTED);
    }

    @Test
    void whatWaitedForAPersonWaitsWithTheSurvivor() {
        tracker.hears(FIRST, SECOND, submission("3", EXTERNAL_ID, Facts.ADA));
        List<Review> before = last(YOUNGER).openReviews();
        tracker.announced.clear();

        tracker.hears(BRIDGE);

        assertThat(before).extracting(Review::kind).containsExactly(ReviewKind.CONFLICT);
        assertThat(change(YOUNGER).closed()).isEqualTo(before);
        assertThat(change(OLDER).opened()).extracting(Review::kind).containsExactly(ReviewKind.CONFLICT);
    }

    @Test
    void referrersWhoAreOneJoinToo() {
        Referrer byMail = Referrer.email("ada@acme.example");
        tracker.hears(submission("1", ADDRESS, Facts.ADA, byMail), submission("2", EXTERNAL_ID, byMail), BRIDGE);

        assertThat(last(OLDER).claims()).singleElement().satisfies(claim -> {
            assertThat(claim.referrer()).isEqualTo(Facts.ADA);
            assertThat(claim.timesNamed()).isEqualTo(2);
        });
    }

    @Test
    void aChainOfMergesEndsInOneSurvivor() {
        Submission third = submission("3", new LeadIdentity("sam@home.example", null), Facts.ADA);
        tracker.hears(FIRST, SECOND, third)
                .hears(report("b1", new LeadIdentity("sam@home.example", "CRM-77"), Stage.ACCEPTED))
                .hears(BRIDGE);

        assertThat(records.groups()).hasSize(1);
        assertThat(records.survivor(record(third))).isEqualTo(OLDER);
    }

    @Test
    void moneyOnEitherReferralMakesItAQuestionForAPerson() {
        tracker.hears(FIRST, SECOND);
        records.reward(OLDER);

        tracker.hears(BRIDGE);

        assertThat(records.groups()).hasSize(2);
        assertThat(last(OLDER).flags()).contains(Flag.BRIDGES_RECORDS);
        Review question = question();
        assertThat(question.kind()).isEqualTo(ReviewKind.BRIDGING);
        assertThat(question.suspected())
                .hasValueSatisfying(suspicion -> assertThat(suspicion.older()).isEqualTo(OLDER));
    }

    @Test
    void theQuestionIsAskedOnceHoweverOftenTheKeysMeet() {
        tracker.hears(FIRST, SECOND);
        records.reward(YOUNGER);

        tracker.hears(BRIDGE, report("again", BOTH, Stage.INTRO_MADE));

        assertThat(last(YOUNGER).openReviews()).hasSize(1);
    }

    @Test
    void aPersonWhoSaysSameLeadMergesInSpiteOfTheMoney() {
        tracker.hears(FIRST, SECOND);
        records.reward(OLDER);
        tracker.hears(BRIDGE);

        rule(question(), true);

        assertThat(records.groups()).hasSize(1);
        assertThat(last(YOUNGER).mergedInto()).isEqualTo(OLDER);
        assertThat(last(YOUNGER).attribution().note()).contains("pat said that both are the same lead");
        assertThat(last(YOUNGER).openReviews()).isEmpty();
    }

    @Test
    void aPersonWhoSaysAnotherLeadIsNotAskedAgain() {
        tracker.hears(FIRST, SECOND);
        records.reward(OLDER);
        tracker.hears(BRIDGE);

        rule(question(), false);
        tracker.hears(report("again", BOTH, Stage.INTRO_MADE));

        assertThat(last(YOUNGER).openReviews()).isEmpty();
        assertThat(records.groups()).hasSize(2);
    }

    @Test
    void whoRulesSecondIsTooLate() {
        tracker.hears(FIRST, SECOND);
        records.reward(OLDER);
        tracker.hears(BRIDGE);
        Review question = question();
        rule(question, false);

        assertThat(tracker.ruleOnDuplicate.rule(
                        new RuleOnDuplicate.Command(question.reviewId(), true, "so", new Person("pat", null))))
                .isEqualTo(new RuleOnDuplicate.Outcome.AlreadyRuled());
    }

    @Test
    void anUnmergeMakesBothAsIfNeverMerged() {
        tracker.hears(FIRST, SECOND);
        Referral olderBefore = last(OLDER);
        Referral youngerBefore = last(YOUNGER);
        tracker.hears(submission("bridge", BOTH, Facts.ADA));
        tracker.announced.clear();

        unmerge(YOUNGER);

        Referral younger = last(YOUNGER);
        assertThat(younger.claims()).isEqualTo(youngerBefore.claims());
        assertThat(younger.attribution()).isEqualTo(youngerBefore.attribution());
        assertThat(younger.mergedInto()).isNull();
        assertThat(last(OLDER).claims()).extracting(claim -> claim.referrer()).containsExactly(Facts.ADA);
        assertThat(last(OLDER).attribution().credited())
                .isEqualTo(olderBefore.attribution().credited());
        assertThat(steps(YOUNGER)).containsExactly(StepType.REFERRAL_UNMERGED);
        assertThat(steps(OLDER)).isNotEmpty();
    }

    @Test
    void whatCameAfterTheMergeGoesWhereItsKeysSay() {
        tracker.hears(FIRST, SECOND, BRIDGE)
                .hears(report("ofYounger", EXTERNAL_ID, Stage.MEETING_BOOKED))
                .hears(report("ofOlder", ADDRESS, Stage.INTRO_MADE));

        unmerge(OLDER);

        assertThat(last(YOUNGER).progress().stage()).isEqualTo(Stage.MEETING_BOOKED);
        assertThat(last(OLDER).progress().stage()).isEqualTo(Stage.INTRO_MADE);
    }

    @Test
    void aKeyThatMeetsAfterAnUnmergeAsksAPersonAndMergesNothing() {
        tracker.hears(FIRST, SECOND, BRIDGE);
        unmerge(YOUNGER);
        assertThat(last(YOUNGER).openReviews()).isEmpty();

        tracker.hears(report("again", BOTH, Stage.INTRO_MADE));

        assertThat(records.groups()).hasSize(2);
        assertThat(question().kind()).isEqualTo(ReviewKind.BRIDGING);
    }

    @Test
    void anUnmergeTakesWithItWhatHadBeenMergedBefore() {
        Submission third = submission("3", new LeadIdentity("sam@home.example", null), Facts.ADA);
        tracker.hears(FIRST, SECOND, third)
                .hears(report("b1", new LeadIdentity("sam@home.example", "CRM-77"), Stage.ACCEPTED))
                .hears(BRIDGE);

        unmerge(YOUNGER);

        assertThat(records.survivor(record(third))).isEqualTo(YOUNGER);
        assertThat(last(YOUNGER).claims()).hasSize(2);
        assertThat(last(OLDER).claims()).hasSize(1);
    }

    @Test
    void whatWasNeverMergedCannotBeTakenApart() {
        tracker.hears(FIRST);

        assertThat(tracker.unmergeReferral.unmerge(new UnmergeReferral.Command(OLDER, "so", "pat")))
                .isEqualTo(new Outcome.NotMerged());
        assertThat(tracker.unmergeReferral.unmerge(new UnmergeReferral.Command(new UUID(1, 1), "so", "pat")))
                .isEqualTo(new Outcome.NoSuchReferral());
    }

    private Referral last(UUID record) {
        return Objects.requireNonNull(records.referrals().get(record));
    }

    private Review question() {
        return last(YOUNGER).openReviews().getFirst();
    }

    private void rule(Review question, boolean sameLead) {
        var outcome = tracker.ruleOnDuplicate.rule(
                new RuleOnDuplicate.Command(question.reviewId(), sameLead, "I asked", new Person("pat", null)));
        assertThat(outcome).isInstanceOf(RuleOnDuplicate.Outcome.Ruled.class);
    }

    private void unmerge(UUID record) {
        var outcome = tracker.unmergeReferral.unmerge(new UnmergeReferral.Command(record, "I asked", "pat"));
        assertThat(outcome).isInstanceOf(Outcome.Unmerged.class);
    }

    private ReferralChange change(UUID record) {
        return tracker.announced.stream()
                .filter(change -> change.after().referralId().equals(record))
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private List<StepType> steps(UUID record) {
        return change(record).steps().stream().map(ReferralChange.Step::type).toList();
    }

    private static UUID record(LeadFact fact) {
        return LeadHistory.beginningWith(fact.id()).referralId();
    }

    private static Submission submission(String id, LeadIdentity identity, Referrer... referrers) {
        return new Submission(
                new FactId("form", id),
                Facts.NOON,
                identity,
                new Lead("Sam Roe", identity.email(), null, null, null),
                List.of(referrers),
                false,
                new SourcePath(Channel.FORM, null, null, null),
                IntroductionBasis.ADVOCATE_INTRODUCED,
                null,
                null);
    }

    private static StageReport report(String id, LeadIdentity identity, Stage stage) {
        return new StageReport(new FactId("crm", id), Facts.NOON.plusSeconds(60), identity, stage, null, null, null);
    }
}
