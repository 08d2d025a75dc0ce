package io.askwell.attribution.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.MatchingWeights;
import io.askwell.attribution.domain.Claim;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.Facts;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.LeadIdentity;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.Stage;
import io.askwell.attribution.domain.StageReport;
import io.askwell.attribution.domain.StepType;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.matching.MatchingPolicy;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts that are recorded together say what they would say one after another. A seed that fails replays. */
class FactsTogetherTest {

    private static final LeadIdentity ADDRESS = new LeadIdentity("sam@acme.example", null);
    private static final LeadIdentity EXTERNAL_ID = new LeadIdentity(null, "CRM-77");
    private static final LeadIdentity BOTH = new LeadIdentity("sam@acme.example", "CRM-77");

    private static final Submission FIRST = submission("1", ADDRESS);
    private static final Submission SECOND = submission("2", EXTERNAL_ID);

    private record Said(
            UUID referral,
            List<StepType> steps,
            List<Claim> claims,
            @Nullable UUID into,
            List<UUID> reviews) {}

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itDoesNotMatterByCertainKeysWhetherFactsComeTogether(int seed) {
        assertSaysTheSame(OneRecordPerLeadTest.facts(new Random(seed)), MatchingWeights.keysAlone(), seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itDoesNotMatterByLikenessWhetherFactsComeTogether(int seed) {
        assertSaysTheSame(OneRecordPerLeadTest.facts(new Random(seed)), MatchingWeights.policy(), seed);
    }

    @Test
    void eachFactOfALeadIsToldByItself() {
        TrackerInMemory tracker = new TrackerInMemory(MatchingWeights.keysAlone())
                .hearsTogether(FIRST, report("r", ADDRESS), submission("again", ADDRESS));

        assertThat(tracker.announced)
                .extracting(change -> types(change).getFirst())
                .containsExactly(StepType.REFERRAL_SUBMITTED, StepType.REFERRAL_ACCEPTED, StepType.REFERRAL_DUPLICATE);
    }

    @Test
    void aFactBridgesRecordsThatBeganBesideIt() {
        TrackerInMemory tracker =
                new TrackerInMemory(MatchingWeights.keysAlone()).hearsTogether(FIRST, SECOND, report("bridge", BOTH));

        UUID older = LeadHistory.beginningWith(FIRST.id()).referralId();
        UUID younger = LeadHistory.beginningWith(SECOND.id()).referralId();
        assertThat(tracker.records.survivor(younger)).isEqualTo(older);
        Referral survivor = tracker.records.referralOf(younger);
        assertThat(survivor.progress().stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(tracker.announced)
                .filteredOn(change -> change.after().referralId().equals(younger))
                .flatExtracting(FactsTogetherTest::types)
                .contains(StepType.REFERRAL_SUBMITTED)
                .endsWith(StepType.REFERRAL_MERGED);
    }

    private static void assertSaysTheSame(List<LeadFact> facts, MatchingPolicy policy, int seed) {
        TrackerInMemory apart = new TrackerInMemory(policy).hears(facts.toArray(LeadFact[]::new));
        TrackerInMemory together = new TrackerInMemory(policy);
        Random random = new Random(seed);
        for (int from = 0, to; from < facts.size(); from = to) {
            to = Math.min(facts.size(), from + 1 + random.nextInt(facts.size()));
            together.hearsTogether(facts.subList(from, to).toArray(LeadFact[]::new));
        }

        assertThat(together.records.groups()).isEqualTo(apart.records.groups());
        assertThat(said(together)).isEqualTo(said(apart));
    }

    /** In the order in which it was said; moments are those of the clock, and left out. */
    private static List<Said> said(TrackerInMemory tracker) {
        return tracker.announced.stream()
                .map(change -> new Said(
                        change.after().referralId(),
                        types(change),
                        change.after().claims(),
                        change.after().mergedInto(),
                        change.after().openReviews().stream()
                                .map(Review::reviewId)
                                .sorted()
                                .toList()))
                .toList();
    }

    private static List<StepType> types(ReferralChange change) {
        return change.steps().stream().map(ReferralChange.Step::type).toList();
    }

    private static Submission submission(String id, LeadIdentity identity) {
        return Facts.submission(id, identity, new Lead(null, identity.email(), null, null, null));
    }

    private static StageReport report(String id, LeadIdentity identity) {
        return new StageReport(
                new FactId("crm", id), Facts.NOON.plusSeconds(60), identity, Stage.ACCEPTED, null, null, null);
    }
}
