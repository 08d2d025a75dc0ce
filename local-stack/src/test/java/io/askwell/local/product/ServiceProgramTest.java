package io.askwell.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A program that keeps to what the programs of services print, and where. */
class ServiceProgramTest {

    private final List<String> steps = new ArrayList<>();

    @Test
    void stepsAreHandedOnAndTheDocumentIsTheAnswer() {
        assertThat(run("echo '1/20 0 of 40 records read' >&2; echo '{\"signals\": 40}'; echo '20/20 all' >&2"))
                .isEqualTo(new ServiceProgram.Result.Answered("{\"signals\": 40}\n"));
        assertThat(steps).containsExactly("1 of 20: 0 of 40 records read", "20 of 20: all");
    }

    @Test
    void whatAFailingProgramSaysIsKeptWithoutTheSteps() {
        assertThat(run("echo '1/20 begun' >&2; echo 'mine.yaml, line 3: points must be above 0' >&2; exit 1"))
                .isEqualTo(new ServiceProgram.Result.Failed(List.of("mine.yaml, line 3: points must be above 0")));
    }

    @Test
    void settingsTravelByEnvironment() {
        assertThat(run("printf %s \"$ASKWELL_REPLAY_POLICY\""))
                .isEqualTo(new ServiceProgram.Result.Answered("/tmp/mine.yaml"));
    }

    private ServiceProgram.Result run(String script) {
        return ServiceProgram.run(
                List.of("/bin/sh", "-c", script),
                Map.of("ASKWELL_REPLAY_POLICY", "/tmp/mine.yaml"),
                (number, of, what) -> steps.add(number + " of " + of + ": " + what));
    }
}
