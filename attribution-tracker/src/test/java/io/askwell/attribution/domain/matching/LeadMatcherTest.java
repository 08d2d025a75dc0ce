package io.askwell.attribution.domain.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadMatcherTest {

    private static final LeadProfile SAM = new LeadProfile(
            "Sam Roe", "sam.roe@acme.example", "+14155550101", "Acme, Inc.", "acme.example", "COO", "US");

    private final LeadMatcher matcher = new LeadMatcher(Weights.plausible());

    @Test
    void theSameNameAndCompanyAreProbablyOne() {
        assertThat(matcher.compare(
                                new LeadProfile("Sam Roe", null, null, "Acme, Inc.", null, null, null),
                                new LeadProfile("Samuel Roe", null, "+14155550101", "ACME", null, null, null))
                        .probability())
                .isGreaterThan(0.95);
    }

    @Test
    void differentAddressesAtDifferentFirmsCountAgainst() {
        MatchScore score = matcher.compare(
                new LeadProfile("Sam Roe", "sam.roe@acme.example", null, null, null, null, null),
                new LeadProfile("Sam Roe", "sam.roe@norden.example", null, null, null, null, null));

        assertThat(score.contributions())
                .filteredOn(contribution -> List.of("email", "organisation").contains(contribution.field()))
                .allMatch(contribution -> contribution.weight() < 0);
    }

    @Test
    void colleaguesAreTwoWhateverTheyShare() {
        MatchScore score = matcher.compare(
                SAM,
                new LeadProfile(
                        "Kim Lee", "kim.lee@acme.example", "+14155550101", "Acme, Inc.", "acme.example", "COO", "US"));

        assertThat(score.probability()).isLessThan(0.5);
        assertThat(score.sentence()).contains("other name").contains("name different");
    }

    @Test
    void nothingButANameIsNeverMoreThanAGuess() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            LeadMatcher learned = new LeadMatcher(Weights.random(random));
            MatchScore score = learned.compare(
                    new LeadProfile("Sam Roe", null, null, null, null, "COO", "US"),
                    new LeadProfile("Sam Roe", null, null, null, null, "COO", "US"));

            assertThat(score.probability()).isLessThan(0.5);
        }
    }

    @Test
    void contributionsAddUpAndDoNotDependOnWhichComesFirst() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            LeadProfile one = Weights.randomLead(random);
            LeadProfile other = Weights.randomLead(random);
            MatchScore score = matcher.compare(one, other);

            assertThat(matcher.compare(other, one)).isEqualTo(score);
            double sum = score.contributions().stream()
                    .mapToDouble(Contribution::weight)
                    .sum();
            assertThat(score.weight()).isEqualTo(sum, within(1e-9));
            assertThat(score.probability()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void aMoreAlikeLevelNeverSpeaksLessForOneLead() {
        for (FieldWeights field : Weights.plausible().fields()) {
            for (int level = 1; level < Level.SPEAKING; level++) {
                assertThat(field.weight(Level.at(level), false))
                        .isLessThanOrEqualTo(field.weight(Level.at(level - 1), false) + 0.01);
            }
            assertThat(field.weight(Level.MISSING, false)).isZero();
        }
    }

    @Test
    void keysArePresentShortAndBounded() {
        Random random = new Random(13);
        for (int i = 0; i < 500; i++) {
            List<String> keys = LeadMatcher.blockingKeys(Weights.randomLead(random));

            assertThat(keys).hasSizeLessThanOrEqualTo(LeadKeys.MOST).doesNotHaveDuplicates();
            assertThat(keys).allMatch(key -> !key.isBlank() && key.length() < 200);
        }
        assertThat(LeadMatcher.blockingKeys(SAM))
                .isEqualTo(LeadMatcher.blockingKeys(SAM))
                .isNotEmpty();
        assertThat(LeadMatcher.blockingKeys(new LeadProfile(null, null, null, null, null, null, null)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    Samuel Roe | -                    | -            | Acme Inc | -
                    S. Roe     | sroe@acme.example    | -            | -        | -
                    -          | sam.roe@acme.example | -            | -        | -
                    Sam Reo    | -                    | +14155550101 | -        | -
                    Roe Sam    | sam.roe84@gmail.com  | -            | Norden   | norden.example
                    -          | -                    | -            | ACME     | -
                    """)
    void aKeySurvivesTyposMovesAndMissingValues(
            String name, String email, String phone, String company, String website) {
        LeadProfile again = new LeadProfile(name, email, phone, company, website, null, null);

        assertThat(LeadMatcher.blockingKeys(again)).containsAnyElementsOf(LeadMatcher.blockingKeys(SAM));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
                    Sam Roe | Samuel Roe | true
                    Sam Roe | S. Roe     | true
                    Sam Roe | roe, sam   | true
                    Sam Roe | Kim Roe    | false
                    Sam Roe | Sam Lee    | false
                    Sam Roe | -          | false
                    -       | -          | true
                    """)
    void namesThatMayBeOnePersons(String one, String other, boolean compatible) {
        assertThat(LeadMatcher.namesAreCompatible(one, other)).isEqualTo(compatible);
        assertThat(LeadMatcher.namesAreCompatible(other, one)).isEqualTo(compatible);
    }

    @Test
    void oddTextIsNeverTooMuch() {
        for (String odd : List.of(
                "",
                " ",
                "\u202E",
                "\uD83D\uDE00",
                "\uD800",
                "@",
                "a@",
                ".",
                "-",
                ",",
                ", ,",
                "\u0301",
                "0",
                "x".repeat(10_000))) {
            LeadProfile lead = new LeadProfile(odd, odd, odd, odd, odd, odd, odd);

            assertThat(matcher.compare(lead, SAM).probability()).isBetween(0.0, 1.0);
            assertThat(matcher.compare(lead, lead).probability()).isBetween(0.0, 1.0);
            assertThat(LeadMatcher.blockingKeys(lead)).allMatch(key -> !key.isBlank());
        }
    }

    @Test
    void levelsOfAPairFitIntoOneNumber() {
        Levels levels =
                new RecordComparison(LeadMatcher.FIELDS).compare(LeadMatcher.recordOf(SAM), LeadMatcher.recordOf(SAM));

        assertThat(IntStream.range(0, LeadMatcher.FIELDS.size()).mapToObj(levels::at))
                .containsOnly(Level.EXACT);
    }
}
