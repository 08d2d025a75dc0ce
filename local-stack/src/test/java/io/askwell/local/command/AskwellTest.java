package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskwellTest {

    @TempDir
    Path directory;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"up", "down", "status", "demo", "mailbox", "logs", "replay", "rebuild", "reset"})
    void everyCommandExplainsItselfAndKnowsItsDataDirectory(String command) {
        var help = new StringWriter();
        var commandLine = Askwell.commandLine(terminal()).setOut(new PrintWriter(help));

        assertThat(commandLine.execute(command, "--help")).isZero();
        assertThat(help.toString()).contains("Usage: askwell " + command).contains("--data=DIR");
    }

    @Test
    void aBenchmarkExplainsItself() {
        var help = new StringWriter();
        var commandLine = Askwell.commandLine(terminal()).setOut(new PrintWriter(help));

        assertThat(commandLine.execute("bench", "--help")).isZero();
        assertThat(commandLine.execute("bench", "scorer", "--help")).isZero();
        assertThat(commandLine.execute("bench", "matching", "--help")).isZero();
        assertThat(commandLine.execute("bench", "attribution", "--help")).isZero();
        assertThat(help.toString())
                .contains("Usage: askwell bench")
                .contains("--signals=N")
                .contains("--fields=MAPPING.yaml");
    }

    @Test
    void theMatchingOfAFileNeedsItsMapping() throws IOException {
        var data = Files.writeString(directory.resolve("data.csv"), "id,name\n");

        assertThat(run("bench", "matching", "--data", data.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("--data and --fields go together.");
        assertThat(run("bench", "matching", "--data", data.toString(), "--fields", "no-such.yaml"))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no file no-such.yaml.");
        assertThat(run("bench", "matching", "--records", "1")).isEqualTo(2);
    }

    @Test
    void aBenchmarkThatDoesNotExistOrHasNothingToMeasureIsAWrongCall() {
        assertThat(run("bench", "nothing")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There are: scorer, ask-latency, matching");
        assertThat(run("bench", "scorer", "--signals", "0")).isEqualTo(2);
        assertThat(run("bench", "attribution", "--leads", "0")).isEqualTo(2);
        assertThat(run("bench", "attribution", "--existing", "-1")).isEqualTo(2);
    }

    @Test
    void statusOfNoProductIsAFailureThatSaysHowToStartOne() {
        assertThat(run("status", "--data", directory.toString())).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("./askwell up --data " + directory);
    }

    @Test
    void downWithoutAProductHasNothingToDo() {
        assertThat(run("down", "--data", directory.toString())).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void resetLeavesADirectoryAloneThatIsNotAProduct() throws IOException {
        var file = Files.writeString(directory.resolve("thesis.txt"), "years of work");

        assertThat(run("reset", "--yes", "--data", directory.toString())).isEqualTo(1);
        assertThat(file).exists();
    }

    @Test
    void resetWantsToBeConfirmed() throws IOException {
        var marker = Files.writeString(directory.resolve("askwell.product"), "port-offset=0\n");

        assertThat(run("reset", "--data", directory.toString())).isEqualTo(2);
        assertThat(marker).exists();
        assertThat(run("reset", "--yes", "--data", directory.toString())).isZero();
        assertThat(directory).doesNotExist();
    }

    @Test
    void anImpossibleOffsetIsAWrongCall() {
        assertThat(run("up", "--detach", "--port-offset", "60000", "--data", directory.toString()))
                .isEqualTo(2);
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void theLogOfAnUnknownServerNamesTheKnownOnes() throws IOException {
        Files.writeString(directory.resolve("askwell.product"), "port-offset=0\n");

        assertThat(run("logs", "nobody", "--data", directory.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("kafka").contains("reward-ledger");
    }

    @Test
    void aReplayWithoutItsPolicyIsAWrongCall() {
        assertThat(run("replay", "--policy", "no-such.yaml", "--data", directory.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no file no-such.yaml");
    }

    @Test
    void aReplayOfNoProductSaysHowToStartOne() throws IOException {
        var policy = Files.writeString(directory.resolve("policy.yaml"), "version: mine\n");

        assertThat(run("replay", "--policy", policy.toString(), "--data", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("./askwell up --detach --data " + directory);
    }

    @Test
    void aReplayOfAProductThatDoesNotRunSaysWhatIsMissing() throws IOException {
        var policy = Files.writeString(directory.resolve("policy.yaml"), "version: mine\n");
        Files.writeString(directory.resolve("askwell.product"), "port-offset=31000\n");

        assertThat(run("replay", "--policy", policy.toString(), "--data", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("kafka does not answer")
                .contains("./askwell up --detach --data " + directory);
    }

    @Test
    void aQueueThatDoesNotExistIsAWrongCallThatNamesThoseThatDo() {
        assertThat(run("rebuild", "lost-and-found", "--data", directory.toString()))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is: pending-asks");
    }

    @Test
    void aQueueOfAProductThatDoesNotRunIsNotRebuilt() throws IOException {
        Files.writeString(directory.resolve("askwell.product"), "port-offset=31000\n");

        assertThat(run("rebuild", "pending-asks", "--data", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("kafka does not answer");
    }

    @Test
    void aProgramIsTriedByARunningProduct() throws IOException {
        var program = Files.writeString(directory.resolve("program.yaml"), "version: mine\n");

        assertThat(run("rewards", "preview", "--program", program.toString(), "--data", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("There is no product in " + directory);
        Files.writeString(directory.resolve("askwell.product"), "port-offset=31000\n");
        assertThat(run("rewards", "preview", "--program", program.toString(), "--data", directory.toString()))
                .isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("reward-ledger does not answer");
    }

    private int run(String... arguments) {
        return Askwell.commandLine(terminal()).execute(arguments);
    }

    private Terminal terminal() {
        return new Terminal(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
    }
}
