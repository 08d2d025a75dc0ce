package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final String EMAIL = Facts.SAM.emailKey().orElseThrow();
    private static final String EXTERNAL_ID = Facts.SAM.externalIdKey().orElseThrow();

    private static final Submission FACT = Facts.form("9", Facts.ADA);

    private static final LeadHistory SUBMITTED = history(1, Facts.form("1", Facts.ADA));
    private static final LeadHistory ALSO_SUBMITTED = history(2, Facts.form("2", Facts.BOB));
    private static final LeadHistory REPORTED = history(3, Facts.report("1", Stage.ACCEPTED, Facts.NOON));
    private static final LeadHistory ALSO_REPORTED = history(4, Facts.report("2", Stage.DEAL_WON, Facts.NOON));

    @Test
    void aFactWithoutKnownKeysBeginsARecord() {
        Matching matching = Matching.of(FACT, Map.of());

        assertThat(matching.joined().facts()).isEmpty();
        assertThat(matching.historyWith(FACT).facts()).containsExactly(FACT);
    }

    @Test
    void theSameFactAlwaysBeginsTheSameReferral() {
        assertThat(Matching.of(FACT, Map.of()).joined().referralId())
                .isEqualTo(Matching.of(FACT, Map.of()).joined().referralId())
                .isNotEqualTo(Matching.of(Facts.form("8"), Map.of()).joined().referralId());
    }

    @Test
    void eitherKeyAloneLeadsToTheRecord() {
        assertThat(Matching.of(FACT, Map.of(EMAIL, SUBMITTED)).joined()).isEqualTo(SUBMITTED);
        assertThat(Matching.of(FACT, Map.of(EXTERNAL_ID, SUBMITTED)).joined()).isEqualTo(SUBMITTED);
    }

    @Test
    void twoReferralsStayApartAndTheFactJoinsTheOneOfTheAddress() {
        Matching matching = Matching.of(FACT, Map.of(EMAIL, SUBMITTED, EXTERNAL_ID, ALSO_SUBMITTED));

        assertThat(matching).isEqualTo(new Matching(SUBMITTED, null, ALSO_SUBMITTED));
        Referral referral = Facts.assessed(matching.historyWith(FACT));
        assertThat(referral.flags()).contains(Flag.BRIDGES_RECORDS);
        assertThat(referral.attribution().note())
                .contains(ALSO_SUBMITTED.referralId().toString());
    }

    @Test
    void whatNobodyHasSubmittedIsAbsorbedByTheReferral() {
        assertThat(Matching.of(FACT, Map.of(EMAIL, SUBMITTED, EXTERNAL_ID, REPORTED)))
                .isEqualTo(new Matching(SUBMITTED, REPORTED, null));
        assertThat(Matching.of(FACT, Map.of(EMAIL, REPORTED, EXTERNAL_ID, SUBMITTED)))
                .isEqualTo(new Matching(SUBMITTED, REPORTED, null));
    }

    @Test
    void twoRecordsThatNobodyHasSubmittedBecomeOne() {
        Matching matching = Matching.of(FACT, Map.of(EMAIL, REPORTED, EXTERNAL_ID, ALSO_REPORTED));

        assertThat(matching).isEqualTo(new Matching(REPORTED, ALSO_REPORTED, null));
        assertThat(Facts.assessed(matching.historyWith(FACT)).progress().stage())
                .isEqualTo(Stage.DEAL_WON);
    }

    private static LeadHistory history(long id, LeadFact fact) {
        return new LeadHistory(new UUID(0, id), List.of(fact), List.of(), List.of(), Set.of());
    }
}
