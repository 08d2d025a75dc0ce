package io.askwell.reward.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.askwell.reward.domain.rule.RewardRules;
import io.askwell.reward.domain.rule.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RewardTest {

    private static final Instant NOW = ReferralBuilder.WON_AT.plus(Duration.ofDays(1));
    private static final Referral WON = ReferralBuilder.wonReferral().build();

    @Test
    void anApprovalIsRememberedWithPersonAndTime() {
        Approval approval = new Approval("pat", NOW, "as agreed");

        assertThat(awaiting().decided(approval).approvals()).containsExactly(approval);
    }

    @Test
    void aRejectionNamesThePersonAsItsEvidence() {
        Reward rejected = awaiting().decided(new Rejection("pat", NOW, "not this one"));

        assertThat(rejected.reasons()).containsExactly(Reason.of(Reason.Code.REJECTED, "person/pat"));
    }

    @Test
    void onlyWhatIsStillOwedIsOutstanding() {
        Reward.AwaitingApproval awaiting = awaiting();
        Reward.Approved approved = (Reward.Approved) awaiting.decided(new Approval("pat", NOW, null));
        Reward.Payable payable =
                approved.matured(WON, List.of(), awaiting.terms().holdUntil()).orElseThrow();

        assertThat(List.of(awaiting, approved, payable))
                .extracting(reward -> reward.outstanding().amountMinor())
                .containsOnly(25_000L);
        assertThat(List.of(
                        payable.voided(List.of(Reason.of(Reason.Code.REFUNDED)), NOW),
                        awaiting.decided(new Rejection("pat", NOW, "not this one"))))
                .extracting(reward -> reward.outstanding().amountMinor())
                .containsOnly(0L);
    }

    @Test
    void theHoldPeriodEndsAtItsLastInstant() {
        Reward.Approved approved = (Reward.Approved) awaiting().decided(new Approval("pat", NOW, null));
        Instant end = ReferralBuilder.WON_AT.plus(Duration.ofDays(30));

        assertThat(approved.matured(WON, List.of(), end.minusNanos(1_000))).isEmpty();
        assertThat(approved.matured(WON, List.of(), end)).isPresent();
    }

    @Test
    void anAwardForNobodyCannotBeEligible() {
        Referral disputed = ReferralBuilder.wonReferral()
                .attribution(new Attribution.Disputed())
                .build();
        Award award = new RewardRules(Programs.DEFAULT)
                .awards(disputed, new ReferralRewards(List.of()), Standing.FIRST)
                .getFirst();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Award(
                        award.rule(),
                        award.referralId(),
                        award.role(),
                        award.program(),
                        award.policy(),
                        null,
                        award.form(),
                        award.amount(),
                        award.approversNeeded(),
                        award.win(),
                        award.holdUntil(),
                        award.correlationId(),
                        List.of()));
    }

    @Test
    void theSameProposalHasTheSameIdOnEveryRetryAndTheNextOneAnother() {
        RewardKey key = new RewardKey("two-sided-credit-v1", "R-1", RewardRole.REFERRER, 1);

        assertThat(key.rewardId())
                .isEqualTo(new RewardKey("two-sided-credit-v1", "R-1", RewardRole.REFERRER, 1).rewardId())
                .isNotEqualTo(new RewardKey("two-sided-credit-v1", "R-1", RewardRole.REFERRER, 2).rewardId())
                .isNotEqualTo(new RewardKey("two-sided-credit-v1", "R-1", RewardRole.REFERRED, 1).rewardId());
    }

    private static Reward.AwaitingApproval awaiting() {
        return (Reward.AwaitingApproval)
                new LedgerInMemory().hear(WON, NOW).getFirst().after();
    }
}
