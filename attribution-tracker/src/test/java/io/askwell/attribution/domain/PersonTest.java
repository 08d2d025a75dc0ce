package io.askwell.attribution.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {

    private static final LeadHistory HISTORY = Facts.history(
            Facts.form("1", Facts.ADA, Referrer.email("ada@acme.example")),
            Facts.form("2", Referrer.partner("P-1")),
            new StageReport(new FactId("crm", "1"), Facts.NOON, Facts.SAM, Stage.ACCEPTED, null, "rep-7", null));

    @ParameterizedTest
    @CsvSource({
        "C-100,            , true",
        "P-1,              , true",
        "x, ada@acme.example, true",
        "x, sam.roe@acme.example, true",
        "rep-7,            , false",
        "pat, pat@askwell.example, false"
    })
    void whoClaimsOrIsTheLeadProfitsAndTheOwnerDoesNot(String id, @Nullable String email, boolean profits) {
        assertThat(new Person(id, email).profitsFrom(HISTORY)).isEqualTo(profits);
    }
}
