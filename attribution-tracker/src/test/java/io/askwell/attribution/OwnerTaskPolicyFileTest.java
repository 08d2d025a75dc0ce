package io.askwell.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.attribution.domain.Facts;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OwnerTaskPolicyFileTest {

    @Test
    void theShippedPolicyHasTheNumbersOfTheRules() {
        assertThat(OwnerTaskPolicyFile.read(shipped().getBytes(UTF_8))).isEqualTo(Facts.OWNER_TASKS);
    }

    @Test
    void everyWrongFieldIsNamed() {
        String wrong = shipped()
                .replace("zone: UTC", "zone: Mars")
                .replace("\"17:00\"", "\"08:00\"")
                .replace("PT24H", "a day")
                .replace("P28D", "P7D")
                .replace("version: owner-tasks-v1", "holidays: none");

        assertThatThrownBy(() -> OwnerTaskPolicyFile.read(wrong.getBytes(UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holidays is unknown")
                .hasMessageContaining("version must be like owner-tasks-v1")
                .hasMessageContaining("zone must be an IANA zone such as UTC")
                .hasMessageContaining("from must be before to")
                .hasMessageContaining("firstContactWithin must be an ISO-8601 duration")
                .hasMessageContaining("remindOwnerAfter must not be above remindOperatorAfter");
    }

    private static String shipped() {
        try (var file =
                Objects.requireNonNull(OwnerTaskPolicyFileTest.class.getResourceAsStream("/owner-tasks-v1.yaml"))) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the policy cannot be read", e);
        }
    }
}
