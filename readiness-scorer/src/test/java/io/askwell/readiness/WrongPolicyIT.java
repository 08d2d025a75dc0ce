package io.askwell.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.local.server.FreePorts;
import io.askwell.local.server.SharedServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service as a process that must not come up. */
class WrongPolicyIT {

    @TempDir
    Path directory;

    @Test
    void aWrongPolicyStopsTheStartWithTheLineAndNothingElse() throws IOException {
        var wrong =
                Files.writeString(directory.resolve("mine.yaml"), TestPolicy.text("renewal: P7D", "renewal: a week"));
        var log = directory.resolve("scorer.log");
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ReadinessScorerApplication.class.getName());
        command.environment().put("SERVER_PORT", Integer.toString(FreePorts.next()));
        command.environment().put("ASKWELL_READINESS_POLICY", wrong.toUri().toString());
        command.environment().put("ASKWELL_TOKEN_KEY", SharedServers.tokens().publicKeyLocation());
        command.environment()
                .put("ASKWELL_STATE_DIR", directory.resolve("state").toString());
        command.redirectErrorStream(true).redirectOutput(log.toFile());

        int exit = command.start().onExit().join().exitValue();

        assertThat(exit).isEqualTo(1);
        assertThat(Files.readString(log))
                .contains(wrong + ", line 33: triggers.renewal must be an ISO-8601 duration such as P30D or PT24H")
                .contains("ASKWELL_READINESS_POLICY")
                .doesNotContain("\tat ");
    }
}
