package io.askwell.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Other tests book in the same ledger meanwhile, so this one looks at what it caused alone. */
class PreviewIT {

    private final RunningLedger ledger = RunningLedger.get();

    @Test
    void aMoreGenerousProgramSaysWhatItWouldHavePromisedAndChangesNothing() {
        ledger.proposed("R-previewed", Duration.ofDays(1));

        JsonNode preview = preview(program().replace("referredMinor: 10000", "referredMinor: 12345"));

        assertThat(preview.at("/proposed/hash")).isNotEqualTo(preview.at("/inForce/hash"));
        assertThat(preview.path("conversions").asLong()).isPositive();
        assertThat(preview.path("changed").asLong()).isPositive();
        assertThat(preview.path("examples").valueStream()).isNotEmpty().allSatisfy(example -> {
            assertThat(example.path("role").asString()).isEqualTo("referred");
            assertThat(example.at("/proposed/amount/amountMinor").asLong())
                    .isGreaterThan(example.at("/inForce/amount/amountMinor").asLong());
        });
        assertThat(ledger.reward("R-previewed", "referred")
                        .at("/amount/amountMinor")
                        .asLong())
                .isEqualTo(10_000);
    }

    @Test
    void theProgramInForceChangesNothing() {
        ledger.proposed("R-previewed-alike", Duration.ofDays(1));

        assertThat(preview(program()).path("changed").asLong()).isZero();
    }

    @Test
    void aWrongProgramIsRefusedByTheNamesOfItsFields() {
        Answer answer = post(program().replace("holdDays: 30", "holdDays: soon"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/detail").asString()).contains("holdDays:");
        assertThat(post("version: [").status()).isEqualTo(422);
        assertThat(post("").status()).isIn(400, 422);
    }

    /** The same program says how much of its budget of the quarter it has promised. */
    @Test
    void theBudgetOfTheQuarterSaysWhatIsPromised() {
        ledger.proposed("R-budgeted", Duration.ofSeconds(1));

        JsonNode budget = ledger.get("/v1/budgets", RunningLedger.FINANCE)
                .json()
                .path("items")
                .get(0);

        assertThat(budget.at("/budget/amountMinor").asLong()).isEqualTo(5_000_000);
        assertThat(budget.at("/committed/amountMinor").asLong()).isGreaterThanOrEqualTo(35_000);
        assertThat(budget.at("/left/amountMinor").asLong())
                .isEqualTo(5_000_000 - budget.at("/committed/amountMinor").asLong());
    }

    private JsonNode preview(String program) {
        Answer answer = post(program);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private Answer post(String program) {
        return ledger.postAs("application/yaml", "/v1/rewards/preview", RunningLedger.FINANCE, program);
    }

    private static String program() {
        try (InputStream file = PreviewIT.class.getResourceAsStream("/program-default-v1.yaml")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
