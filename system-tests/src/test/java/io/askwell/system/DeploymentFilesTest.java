package io.askwell.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** What cannot be run without Docker is at least parsed, and must not forget a service. */
class DeploymentFilesTest {

    @TempDir
    private Path directory;

    @Test
    void theComposeFileIsValid() throws IOException, InterruptedException {
        assumeTrue(Tools.onPath("docker-compose"), "docker-compose is not installed");

        assertRunsWell(List.of("docker-compose", "--file", "docker-compose.yml", "config", "--quiet"));
    }

    @Test
    void theScriptsAreClean() throws IOException, InterruptedException {
        assumeTrue(Tools.onPath("shellcheck"), "shellcheck is not installed");

        assertRunsWell(List.of("shellcheck", "askwell", ".ci/run"));
    }

    @Test
    void composeAndPrometheusKnowEveryService() throws IOException {
        Map<String, Map<String, Object>> compose =
                new Yaml().load(Files.readString(Repository.root().resolve("docker-compose.yml")));
        assertThat(compose.get("services"))
                .containsKeys(Repository.SERVICES.toArray(String[]::new))
                .containsKeys("kafka", "registry", "postgres", "prometheus", "kafka-ui");

        String scraped = Files.readString(Repository.root().resolve("deploy/prometheus.yml"));
        assertThat(Repository.SERVICES)
                .allSatisfy(service -> assertThat(scraped).contains(service + ":"));
    }

    private void assertRunsWell(List<String> line) throws IOException, InterruptedException {
        Path output = directory.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(Repository.root().toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        // The Compose file insists on secrets from the environment.
        for (String role : List.of("ADMIN", "REGISTRY", "ASK_DRAFTER", "ATTRIBUTION_TRACKER", "REWARD_LEDGER")) {
            builder.environment().put("ASKWELL_DB_" + role + "_PASSWORD", "any");
        }
        Process process = builder.start();
        boolean ended = process.waitFor(1, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        assertThat(ended).as("ended within a minute").isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    }
}
