package io.askwell.local.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProcessRecordTest {

    private static final ProcessHandle THIS_JVM = ProcessHandle.current();

    @Test
    void aRecordedProcessIsFoundWhileItRuns() {
        assertThat(ProcessRecord.parse(ProcessRecord.of(THIS_JVM).toText()).process())
                .contains(THIS_JVM);
    }

    @Test
    void anotherProcessThatWasGivenTheSameNumberIsNotTakenForIt() {
        var start = THIS_JVM.info().startInstant().orElseThrow();

        assertThat(new ProcessRecord(THIS_JVM.pid(), start.minusSeconds(60)).process())
                .isEmpty();
    }

    @Test
    void aSmallCorrectionOfTheClockDoesNotLoseTheProcess() {
        var start = THIS_JVM.info().startInstant().orElseThrow();

        assertThat(new ProcessRecord(THIS_JVM.pid(), start.plusSeconds(3)).process())
                .contains(THIS_JVM);
    }

    @Test
    void aProcessThatHasEndedIsNotFound() throws Exception {
        var process = new ProcessBuilder("sleep", "600").start();
        var record = ProcessRecord.of(process.toHandle());
        assertThat(record.process()).isPresent();

        process.destroyForcibly().waitFor();

        assertThat(record.process()).isEmpty();
    }

    @Test
    void aRecordKeepsThePidAndTheStart() {
        var record = new ProcessRecord(4711, Instant.parse("2026-10-01T09:30:00.250Z"));

        assertThat(ProcessRecord.parse(record.toText())).isEqualTo(record);
    }
}
