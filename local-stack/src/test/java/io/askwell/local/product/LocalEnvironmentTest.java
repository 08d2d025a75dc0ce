package io.askwell.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.server.Installation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalEnvironmentTest {

    @TempDir
    Path scratch;

    @Test
    void itGivesEveryAddressAndOneTokenForEachRoleUnderTheNamesOfTheContract() {
        var product = product(1000);

        LocalEnvironment.write(product);

        var values = LocalEnvironment.read(product.directory());
        assertThat(values)
                .containsOnlyKeys(
                        "ASKWELL_SIGNAL_INGEST_URL",
                        "ASKWELL_READINESS_SCORER_URL",
                        "ASKWELL_ASK_DRAFTER_URL",
                        "ASKWELL_ATTRIBUTION_TRACKER_URL",
                        "ASKWELL_REWARD_LEDGER_URL",
                        "ASKWELL_KAFKA",
                        "ASKWELL_REGISTRY_URL",
                        "ASKWELL_DB_URL",
                        "ASKWELL_TOKEN_SOURCE",
                        "ASKWELL_TOKEN_ACCOUNT_OWNER",
                        "ASKWELL_TOKEN_PROGRAM_OWNER",
                        "ASKWELL_TOKEN_FINANCE",
                        "ASKWELL_TOKEN_OPERATOR")
                .containsEntry("ASKWELL_ASK_DRAFTER_URL", "http://127.0.0.1:9083")
                .containsEntry("ASKWELL_KAFKA", "127.0.0.1:10092")
                .containsEntry("ASKWELL_REGISTRY_URL", "http://127.0.0.1:9090/apis/ccompat/v7");
        assertThat(values.get("ASKWELL_DB_URL"))
                .startsWith("postgresql://askwell:")
                .endsWith("@127.0.0.1:6433/askwell");
    }

    @Test
    void aTokenNamesItsPersonAndRoleAndStaysTheSameAsLongAsTheDirectoryLives() {
        var first = LocalEnvironment.of(product(0));
        var later = LocalEnvironment.of(product(0));

        assertThat(later).isEqualTo(first);
        var claims = first.getOrDefault("ASKWELL_TOKEN_ACCOUNT_OWNER", "").split("\\.", -1)[1];
        assertThat(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8))
                .isEqualTo("{\"sub\":\"rep-7\",\"role\":[\"account-owner\"]}");
    }

    private Product product(int offset) {
        return new Product(new Installation(scratch), new DataDirectory(scratch.resolve("data")), new Ports(offset));
    }
}
