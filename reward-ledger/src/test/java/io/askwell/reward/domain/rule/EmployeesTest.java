package io.askwell.reward.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.CustomerProfile;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Programs;
import io.askwell.reward.domain.Reason;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralBuilder;
import io.askwell.reward.domain.ReferralRewards;
import io.askwell.reward.domain.Segment;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The program that ships employs nobody, so these specify what a list of employees does. */
class EmployeesTest {

    private static final Reason EMPLOYEE = Reason.of(Reason.Code.EMPLOYEE, "customer:C-100");

    private final Map<String, Object> fields = Programs.fields();

    @Test
    void whoIsOnTheListIsNeverRewarded() {
        fields.put("employees", Map.of("domains", List.of(), "ids", List.of("customer:C-100")));

        assertThat(awards(CustomerProfile.UNKNOWN))
                .allSatisfy(award -> assertThat(award.objections()).containsExactly(EMPLOYEE));
    }

    @Test
    void whoHasAnAddressOfTheCompanyIsNeverRewarded() {
        fields.put("employees", Map.of("domains", List.of("askwell.example"), "ids", List.of()));

        assertThat(awards(new CustomerProfile(Segment.SMB, "askwell.example")))
                .allSatisfy(award -> assertThat(award.objections()).containsExactly(EMPLOYEE));
    }

    @Test
    void whoIsNamedByAnAddressOfTheCompanyIsNeverRewarded() {
        fields.put("employees", Map.of("domains", List.of("askwell.example"), "ids", List.of()));
        var named = ReferralBuilder.wonReferral()
                .creditedTo(new Party(Party.Kind.EMAIL, "f00d"))
                .referrerDomains(Set.of("askwell.example"))
                .build();

        assertThat(awards(named, CustomerProfile.UNKNOWN))
                .allSatisfy(award ->
                        assertThat(award.objections()).containsExactly(Reason.of(Reason.Code.EMPLOYEE, "email:f00d")));
    }

    @Test
    void nobodyIsRewardedForALeadWithAnAddressOfTheCompany() {
        fields.put("employees", Map.of("domains", List.of("askwell.example"), "ids", List.of()));
        var own = ReferralBuilder.wonReferral().leadDomain("askwell.example").build();

        assertThat(awards(own, CustomerProfile.UNKNOWN))
                .allSatisfy(award ->
                        assertThat(award.objections()).containsExactly(Reason.of(Reason.Code.EMPLOYEE, "lead:R-1")));
    }

    @Test
    void everybodyElseIs() {
        fields.put(
                "employees",
                Map.of("domains", List.of("askwell.example"), "ids", List.of("customer:C-1", "partner:C-100")));

        assertThat(awards(new CustomerProfile(Segment.SMB, "customer.example"))).allMatch(Award::isEligible);
        assertThat(awards(CustomerProfile.UNKNOWN)).allMatch(Award::isEligible);
    }

    private List<Award> awards(CustomerProfile referrer) {
        return awards(
                ReferralBuilder.wonReferral().creditedTo(ReferralBuilder.ADA).build(), referrer);
    }

    private List<Award> awards(Referral referral, CustomerProfile referrer) {
        RewardRules rules = new RewardRules(ProgramFile.read(fields, "abc"));
        return rules.awards(referral, new ReferralRewards(List.of()), new Standing(referrer, 0, 0, 0));
    }
}
