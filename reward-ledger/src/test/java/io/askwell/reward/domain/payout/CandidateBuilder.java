package io.askwell.reward.domain.payout;

import io.askwell.reward.domain.Approval;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.PolicyStamp;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralBuilder;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.RewardKey;
import io.askwell.reward.domain.RewardRole;
import io.askwell.reward.domain.RewardTerms;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.RewardEntries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** 250.00 USD of credit for Ada that pat has approved and nobody argues about, unless a test says otherwise. */
final class CandidateBuilder {

    private static final Instant PROPOSED_AT = ReferralBuilder.WON_AT;
    private static final Instant DUE = PROPOSED_AT.plus(Duration.ofDays(30));

    private Party beneficiary = ReferralBuilder.ADA;
    private RewardForm form = RewardForm.CREDIT;
    private long minor = 25_000;
    private long debtMinor;
    private String approver = "pat";
    private Referral referral = ReferralBuilder.wonReferral().build();

    static CandidateBuilder payable() {
        return new CandidateBuilder();
    }

    CandidateBuilder of(String referralId) {
        return of(ReferralBuilder.wonReferral().id(referralId));
    }

    CandidateBuilder of(ReferralBuilder referral) {
        this.referral = referral.build();
        return this;
    }

    CandidateBuilder to(Party beneficiary) {
        this.beneficiary = beneficiary;
        return this;
    }

    CandidateBuilder as(RewardForm form) {
        this.form = form;
        return this;
    }

    CandidateBuilder minor(long minor) {
        this.minor = minor;
        return this;
    }

    CandidateBuilder owing(long debtMinor) {
        this.debtMinor = debtMinor;
        return this;
    }

    CandidateBuilder approvedBy(String approver) {
        this.approver = approver;
        return this;
    }

    Candidate build() {
        RewardTerms terms = new RewardTerms(
                new RewardKey("two-sided-credit-v1", referral.referralId(), RewardRole.REFERRER, 1),
                "default",
                new PolicyStamp("program-default-v1", "0".repeat(64)),
                beneficiary,
                form,
                new Money(minor, "USD"),
                1,
                PROPOSED_AT,
                DUE,
                PROPOSED_AT,
                "ask-1");
        Reward.Approved approved = (Reward.Approved)
                new Reward.AwaitingApproval(terms, List.of(), 0).decided(new Approval(approver, PROPOSED_AT, null));
        List<RewardEntries.Debt> debts =
                debtMinor == 0 ? List.of() : List.of(new RewardEntries.Debt(new UUID(1, 1), debtMinor));
        Referral undisputed =
                ReferralBuilder.wonReferral().id(referral.referralId()).build();
        return new Candidate(approved.matured(undisputed, debts, DUE).orElseThrow(), referral);
    }
}
