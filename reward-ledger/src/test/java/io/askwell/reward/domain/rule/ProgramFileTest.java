package io.askwell.reward.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.askwell.reward.domain.Confidence;
import io.askwell.reward.domain.Programs;
import io.askwell.reward.domain.ledger.Money;
import java.time.Duration;
import java.util.HashMap;
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
                        new Money(100_000, "USD"), new Money(25_000, "USD"), new Money(10_000, "USD")));
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
    void aRewardThatWouldNeedTwoApproversIsRefused() {
        usd().put("referrerMinor", 100_001);

        assertRefused("amounts.USD.referrerMinor: above oneApproverUpToMinor");
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
