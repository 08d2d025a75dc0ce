package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTailTest {

    @TempDir
    Path directory;

    @Test
    void theLastLinesArePrintedHoweverLongTheLogIs() throws IOException {
        var log = IntStream.rangeClosed(1, 5000)
                .mapToObj(number -> "Zeile " + number + " äöü\n")
                .collect(Collectors.joining());

        assertThat(lastLines(3, log)).isEqualTo("Zeile 4998 äöü\nZeile 4999 äöü\nZeile 5000 äöü\n");
    }

    @Test
    void aShortLogIsPrintedWhole() throws IOException {
        assertThat(lastLines(200, "one\ntwo\n")).isEqualTo("one\ntwo\n");
    }

    @Test
    void aLastLineWithoutItsEndCountsAsALine() throws IOException {
        assertThat(lastLines(2, "one\ntwo\nthr")).isEqualTo("two\nthr");
    }

    private String lastLines(int lines, String log) throws IOException {
        var file = Files.writeString(directory.resolve("server.log"), log);
        var printed = new ByteArrayOutputStream();
        new LogTail(file, new PrintStream(printed, true, StandardCharsets.UTF_8)).printLast(lines);
        return printed.toString(StandardCharsets.UTF_8);
    }
}
