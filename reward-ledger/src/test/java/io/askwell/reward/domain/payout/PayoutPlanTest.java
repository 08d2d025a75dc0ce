package io.askwell.reward.domain.payout;

import static io.askwell.reward.domain.ReferralBuilder.ADA;
import static io.askwell.reward.domain.ReferralBuilder.BOB;
import static io.askwell.reward.domain.ReferralBuilder.wonReferral;
import static io.askwell.reward.domain.payout.CandidateBuilder.payable;
import static io.askwell.reward.domain.payout.Obstacle.APPROVED_BY_MAKER;
import static io.askwell.reward.domain.payout.Obstacle.BELOW_MINIMUM;
import static io.askwell.reward.domain.payout.Obstacle.DISPUTED;
import static io.askwell.reward.domain.payout.Obstacle.NOBODY_CREDITED;
import static io.askwell.reward.domain.payout.Obstacle.OPEN_REVIEW;
import static io.askwell.reward.domain.payout.Obstacle.TAX_DETAILS_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.reward.domain.Attribution;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Programs;
import io.askwell.reward.domain.RewardForm;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PayoutPlanTest {

    private static final long MINIMUM =
            Programs.DEFAULT.amounts("USD").orElseThrow().minimumPayoutMinor();

    @Test
    void whatIsOwedAndNotArguedAboutIsPaid() {
        Candidate candidate = payable().build();

        PayoutPlan plan = plan(candidate);

        assertThat(plan.taken()).containsExactly(candidate.reward());
        assertThat(plan.leftOut()).isEmpty();
    }

    @Test
    void whoApprovedARewardDoesNotPayIt() {
        assertLeftOut(payable().approvedBy("fin").build(), APPROVED_BY_MAKER);
    }

    @Test
    void nothingIsPaidWhileItIsDisputed() {
        assertLeftOut(
                payable()
                        .of(wonReferral().attribution(new Attribution.Disputed()))
                        .build(),
                DISPUTED);
    }

    @Test
    void nothingIsPaidWhileAReviewIsOpen() {
        assertLeftOut(payable().of(wonReferral().openReviews(List.of("V-1"))).build(), OPEN_REVIEW);
    }

    @Test
    void nothingIsPaidWhileNobodyIsCredited() {
        assertLeftOut(
                payable()
                        .of(wonReferral().attribution(new Attribution.Unclaimed()))
                        .build(),
                NOBODY_CREDITED);
    }

    @ParameterizedTest
    @EnumSource(names = {"CASH", "GIFT_CARD"})
    void cashAndGiftCardsAreForThoseWhoseTaxDetailsAreOnFile(RewardForm form) {
        Candidate candidate = payable().as(form).build();

        assertLeftOut(candidate, TAX_DETAILS_MISSING);
        assertThat(PayoutPlan.of(List.of(candidate), rules(Set.of(ADA))).taken())
                .containsExactly(candidate.reward());
    }

    @ParameterizedTest
    @EnumSource(names = {"CREDIT", "DONATION", "FEATURE", "ACCESS"})
    void otherFormsPassTheTaxGate(RewardForm form) {
        assertThat(plan(payable().as(form).build()).leftOut()).isEmpty();
    }

    @Test
    void allReasonsAreNamedNotOnlyTheFirst() {
        assertLeftOut(
                payable()
                        .approvedBy("fin")
                        .as(RewardForm.CASH)
                        .of(wonReferral()
                                .attribution(new Attribution.Disputed())
                                .openReviews(List.of("V-1")))
                        .build(),
                APPROVED_BY_MAKER,
                DISPUTED,
                OPEN_REVIEW,
                TAX_DETAILS_MISSING);
    }

    @Test
    void lessThanTheMinimumIsNotWorthAPayment() {
        assertLeftOut(payable().minor(MINIMUM - 1).build(), BELOW_MINIMUM);
    }

    @Test
    void theMinimumItselfIsPaid() {
        assertThat(plan(payable().minor(MINIMUM).build()).leftOut()).isEmpty();
    }

    @Test
    void smallRewardsOfOneBeneficiaryReachTheMinimumTogether() {
        PayoutPlan plan = plan(
                payable().of("R-1").minor(MINIMUM - 1).build(),
                payable().of("R-2").minor(1).build());

        assertThat(plan.taken()).hasSize(2);
    }

    @Test
    void theMinimumIsForEachBeneficiary() {
        PayoutPlan plan = plan(
                payable().of("R-1").to(ADA).minor(MINIMUM - 1).build(),
                payable().of("R-2").to(BOB).minor(MINIMUM - 1).build());

        assertThat(plan.leftOut()).extracting(LeftOut::reasons).containsOnly(List.of(BELOW_MINIMUM));
    }

    @Test
    void whatIsLeftOutForAnotherReasonDoesNotHelpToReachTheMinimum() {
        Candidate small = payable().of("R-1").minor(MINIMUM - 1).build();
        Candidate disputed = payable()
                .of(wonReferral().id("R-2").attribution(new Attribution.Disputed()))
                .build();

        assertThat(plan(small, disputed).leftOut())
                .extracting(LeftOut::reasons)
                .containsExactly(List.of(BELOW_MINIMUM), List.of(DISPUTED));
    }

    @Test
    void theMinimumIsForWhatIsOwedAfterOlderDebts() {
        assertLeftOut(payable().owing(25_000 - MINIMUM + 1).build(), BELOW_MINIMUM);
    }

    @Test
    void whatOwesNothingIsNeitherTakenNorLeftOut() {
        PayoutPlan plan = plan(
                payable().of("R-1").owing(25_000).build(),
                payable().of("R-2").as(RewardForm.RECOGNITION).minor(0).build());

        assertThat(plan.taken()).isEmpty();
        assertThat(plan.leftOut()).isEmpty();
    }

    private static void assertLeftOut(Candidate candidate, Obstacle... reasons) {
        PayoutPlan plan = plan(candidate);
        assertThat(plan.taken()).isEmpty();
        assertThat(plan.leftOut())
                .containsExactly(new LeftOut(candidate.reward().terms().rewardId(), List.of(reasons)));
    }

    private static PayoutPlan plan(Candidate... candidates) {
        return PayoutPlan.of(Stream.of(candidates).toList(), rules(Set.of()));
    }

    private static PayoutRules rules(Set<Party> cleared) {
        return new PayoutRules("fin", MINIMUM, Programs.DEFAULT.taxGate(), cleared);
    }
}
