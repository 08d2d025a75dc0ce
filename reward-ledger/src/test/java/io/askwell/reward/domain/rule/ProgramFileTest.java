package io.askwell.reward.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.askwell.reward.domain.Confidence;
import io.askwell.reward.domain.Programs;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.Segment;
import io.askwell.reward.domain.ledger.Money;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ProgramFileTest {

    private final Map<String, Object> fields = Programs.fields();

    @Test
    void theProgramThatShipsHasTheNumbersOfTheRules() {
        Program program = ProgramFile.read(fields, "abc");

        assertThat(program.name()).isEqualTo("default");
        assertThat(program.stamp().version()).isEqualTo("program-default-v1");
        assertThat(program.stamp().hash()).isEqualTo("abc");
        assertThat(program.holdPeriod()).isEqualTo(Duration.ofDays(30));
        assertThat(program.minimumConfidence()).isEqualTo(Confidence.MEDIUM);
        assertThat(program.amounts("USD"))
                .contains(new Program.Amounts(
                        new Money(100_000, "USD"),
                        new Money(25_000, "USD"),
                        new Money(10_000, "USD"),
                        List.of(new Program.Tier(3, new Money(35_000, "USD"))),
                        200_000,
                        5_000_000,
                        100_000,
                        2_000));
        assertThat(program.partnerPercent()).isEqualTo(10);
        assertThat(program.taxGate()).containsExactlyInAnyOrder(RewardForm.CASH, RewardForm.GIFT_CARD);
        assertThat(program.forms())
                .containsOnly(
                        Map.entry(Segment.SMB, RewardForm.CREDIT),
                        Map.entry(Segment.MID_MARKET, RewardForm.CREDIT),
                        Map.entry(Segment.UNKNOWN, RewardForm.CREDIT),
                        Map.entry(Segment.ENTERPRISE, RewardForm.RECOGNITION),
                        Map.entry(Segment.MISSION_DRIVEN, RewardForm.DONATION));
    }

    @Test
    void everyWrongFieldIsNamed() {
        fields.put("version", "one");
        fields.put("holdDays", -1);
        fields.put("minimumConfidence", "certain");
        fields.put("bonus", 1);
        usd().put("referrerMinor", "250.00");
        usd().remove("referredMinor");

        assertRefused(
                "version:",
                "holdDays:",
                "minimumConfidence:",
                "bonus: not a field",
                "amounts.USD.referrerMinor:",
                "amounts.USD.referredMinor:");
    }

    @Test
    void theOwnCurrencyOfTheProgramHasAmounts() {
        fields.put("currency", "EUR");

        assertRefused("currency: it has no amounts");
    }

    @Test
    void aProgramWithoutAmountsIsRefused() {
        fields.remove("amounts");

        assertRefused("currency: it has no amounts");
    }

    @Test
    void everySegmentHasAForm() {
        fields.put("forms", new HashMap<>(Map.of("smb", "credit", "giant", "credit", "enterprise", "applause")));

        assertRefused("forms.mid_market:", "forms.giant: not a field", "forms.enterprise: one of");
    }

    @Test
    void tiersGrowByTheNumberOfTheWin() {
        usd().put(
                        "tiers",
                        List.of(
                                Map.of("fromWin", 3, "referrerMinor", 35_000),
                                Map.of("fromWin", 3, "referrerMinor", 45_000, "colour", "gold")));

        assertRefused("amounts.USD.tiers[1].fromWin:", "amounts.USD.tiers[1].colour: not a field");
    }

    @Test
    void aPartnerNeverGetsMoreThanTheDealIsWorth() {
        fields.put("partnerPercent", 101);

        assertRefused("partnerPercent: at most 100");
    }

    @Test
    void aNameThatIsNoCurrencyIsRefused() {
        fields.put("amounts", new HashMap<>(Map.of("USD", usd(), "dollars", usd())));

        assertRefused("amounts.dollars:");
    }

    private void assertRefused(String... names) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProgramFile.read(fields, "abc"))
                .withMessageContainingAll(names);
    }

    @SuppressWarnings("unchecked") // the shape of the file that ships
    private Map<String, Object> usd() {
        var amounts = (Map<String, Map<String, Object>>) Objects.requireNonNull(fields.get("amounts"));
        return Objects.requireNonNull(amounts.get("USD"));
    }
}
