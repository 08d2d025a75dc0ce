package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attribution.domain.KeyHolders.PhoneUse;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchingTest {

    private static final String EMAIL = Facts.SAM.emailKey().orElseThrow();
    private static final String EXTERNAL_ID = Facts.SAM.externalIdKey().orElseThrow();

    private static final Submission FACT = Facts.form("9", Facts.ADA);

    private static final LeadHistory SUBMITTED = history(1, Facts.form("1", Facts.ADA));
    private static final LeadHistory ALSO_SUBMITTED = history(2, Facts.form("2", Facts.BOB));
    private static final LeadHistory REPORTED = history(3, Facts.report("1", Stage.ACCEPTED, Facts.NOON));

    @Test
    void aFactWithoutKnownKeysBeginsARecord() {
        Matching matching = matching(FACT, Map.of());

        assertThat(matching.home()).isEqualTo(newRecord(FACT));
        assertThat(matching.together()).singleElement().satisfies(record -> {
            assertThat(record.facts()).containsExactly(FACT);
            assertThat(record.relations().since()).isEqualTo(Facts.NOON);
        });
    }

    @Test
    void theSameFactAlwaysBeginsTheSameReferral() {
        assertThat(matching(FACT, Map.of()).home())
                .isEqualTo(matching(FACT, Map.of()).home())
                .isNotEqualTo(matching(Facts.form("8"), Map.of()).home());
    }

    @Test
    void eitherKeyAloneLeadsToTheRecord() {
        assertThat(matching(FACT, Map.of(EMAIL, SUBMITTED)).home()).isEqualTo(SUBMITTED.referralId());
        assertThat(matching(FACT, Map.of(EXTERNAL_ID, SUBMITTED)).home()).isEqualTo(SUBMITTED.referralId());
    }

    @Test
    void aFactThatNamesTwoRecordsMakesThemOneAndStaysWithTheAddress() {
        Matching matching = matching(FACT, Map.of(EMAIL, ALSO_SUBMITTED, EXTERNAL_ID, SUBMITTED));

        assertThat(matching.home()).isEqualTo(ALSO_SUBMITTED.referralId());
        assertThat(matching.bridgedTo()).isEqualTo(SUBMITTED.referralId());
        assertThat(matching.together()).containsExactly(ALSO_SUBMITTED.with(FACT), SUBMITTED);
        assertThat(matching.apart()).isEmpty();
    }

    @Test
    void moneyOnOneOfTwoReferralsKeepsThemApart() {
        LeadHistory rewarded = related(
                SUBMITTED,
                new Relations(Instant.EPOCH, Set.of(SUBMITTED.referralId()), true, Set.of(), Set.of(), List.of()));

        Matching matching = matching(FACT, Map.of(EMAIL, ALSO_SUBMITTED, EXTERNAL_ID, rewarded));

        assertThat(matching.together()).containsExactly(ALSO_SUBMITTED.with(FACT));
        assertThat(matching.apart()).containsExactly(rewarded);
    }

    @Test
    void whatNobodyHasSubmittedJoinsEvenAReferralWithMoneyOnIt() {
        LeadHistory rewarded = related(
                SUBMITTED,
                new Relations(Instant.EPOCH, Set.of(SUBMITTED.referralId()), true, Set.of(), Set.of(), List.of()));
        StageReport report = Facts.report("9", Stage.DEAL_WON, Facts.NOON);

        Matching matching = matching(report, Map.of(EMAIL, rewarded, EXTERNAL_ID, REPORTED));

        assertThat(matching.together()).containsExactly(rewarded.with(report), REPORTED);
    }

    @Test
    void whomAPersonKeepsApartNoKeyJoins() {
        LeadHistory apart = SUBMITTED.apartFrom(ALSO_SUBMITTED, false);

        Matching matching =
                matching(FACT, Map.of(EMAIL, ALSO_SUBMITTED.apartFrom(SUBMITTED, false), EXTERNAL_ID, apart));

        assertThat(matching.apart()).containsExactly(apart);
    }

    @Test
    void theSameTelephoneIsTheSameLeadWithACompatibleName() {
        assertThat(byPhone("Sam Roe", "S. Roe").together()).hasSize(1);
        assertThat(byPhone("Sam Roe", "S. Roe").home()).isEqualTo(SUBMITTED.referralId());
    }

    @Test
    void theSameTelephoneWithAnotherNameIsAnotherLead() {
        Matching matching = byPhone("Sam Roe", "Kim Lee");

        assertThat(matching.together()).hasSize(1);
        assertThat(matching.home()).isNotEqualTo(SUBMITTED.referralId());
    }

    @Test
    void spellingsOfTheSameLettersAreTheSameName() {
        assertThat(byPhone("Amélie Ångström", "Ame\u0301lie A\u030Angstro\u0308m")
                        .home())
                .isEqualTo(SUBMITTED.referralId());
        assertThat(byPhone("שרה כהן", "שרה כהן").home()).isEqualTo(SUBMITTED.referralId());
        assertThat(byPhone("שרה כהן", "دانيال").home()).isNotEqualTo(SUBMITTED.referralId());
    }

    @Test
    void whoBringsAnAddressOfTheirOwnBeginsARecordThatJoinsByTelephone() {
        LeadIdentity other = new LeadIdentity("sam@home.example", null);
        Submission fact = phoned("9", other, "Sam Roe");
        KeyHolders holders = new KeyHolders(Map.of(), List.of(new PhoneUse(SUBMITTED.referralId(), "Sam Roe")));

        Matching matching = Matching.of(fact, holders, Map.of(SUBMITTED.referralId(), SUBMITTED), Facts.NOON);

        assertThat(matching.home()).isEqualTo(newRecord(fact));
        assertThat(matching.together()).hasSize(2).contains(SUBMITTED);
    }

    @Test
    void theOlderReferralSurvivesBeforeWhatNobodyHasSubmitted() {
        LeadHistory older = related(ALSO_SUBMITTED, Relations.alone(ALSO_SUBMITTED.referralId(), Instant.EPOCH));
        LeadHistory younger = related(SUBMITTED, Relations.alone(SUBMITTED.referralId(), Facts.NOON));

        assertThat(List.of(REPORTED, younger, older).stream().sorted(LeadHistory.OLDEST_FIRST))
                .containsExactly(older, younger, REPORTED);
    }

    private static Matching byPhone(String known, String given) {
        KeyHolders holders = new KeyHolders(Map.of(), List.of(new PhoneUse(SUBMITTED.referralId(), known)));
        return Matching.of(
                phoned("9", new LeadIdentity(null, null), given),
                holders,
                Map.of(SUBMITTED.referralId(), SUBMITTED),
                Facts.NOON);
    }

    private static Submission phoned(String id, LeadIdentity identity, @Nullable String name) {
        return Facts.submission(id, identity, new Lead(name, identity.email(), "+14155550101", null, null));
    }

    private static UUID newRecord(LeadFact fact) {
        return LeadHistory.beginningWith(fact.id()).referralId();
    }

    private static Matching matching(LeadFact fact, Map<String, LeadHistory> known) {
        Map<String, UUID> byKey = new HashMap<>();
        Map<UUID, LeadHistory> living = new HashMap<>();
        known.forEach((key, history) -> {
            byKey.put(key, history.referralId());
            living.put(history.referralId(), history);
        });
        return Matching.of(fact, new KeyHolders(byKey, List.of()), living, Facts.NOON);
    }

    private static LeadHistory history(long id, LeadFact fact) {
        return new LeadHistory(new UUID(0, id), List.of(fact), List.of(), List.of(), Set.of());
    }

    private static LeadHistory related(LeadHistory history, Relations relations) {
        return new LeadHistory(
                history.referralId(),
                history.facts(),
                history.rulings(),
                history.openReviews(),
                history.bridgedTo(),
                relations,
                history.links(),
                history.customers(),
                history.circumstances());
    }
}
