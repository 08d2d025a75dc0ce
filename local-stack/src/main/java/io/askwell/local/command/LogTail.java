package io.askwell.local.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The end of a log file, and what is added to it. Bytes are copied as they are, so no character is ever cut. */
final class LogTail {

    private static final int BLOCK_BYTES = 8192;
    private static final long LOOK_MILLIS = 200;

    private final Path log;
    private final PrintStream out;
    private long printedTo;

    LogTail(Path log, PrintStream out) {
        this.log = log;
        this.out = out;
    }

    void printLast(int lines) throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            printedTo = beginningOfLast(lines, file);
            copyNew(file);
        }
    }

    /** Ends only with the JVM. */
    void follow() throws IOException, InterruptedException {
        while (true) {
            if (Files.size(log) < printedTo) {
                // A new file under the old name.
                printedTo = 0;
            }
            try (var file = new RandomAccessFile(log.toFile(), "r")) {
                copyNew(file);
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
    }

    private void copyNew(RandomAccessFile file) throws IOException {
        var block = new byte[BLOCK_BYTES];
        file.seek(printedTo);
        for (var read = file.read(block); read > 0; read = file.read(block)) {
            out.write(block, 0, read);
            printedTo += read;
        }
        out.flush();
    }

    private static long beginningOfLast(int lines, RandomAccessFile file) throws IOException {
        var block = new byte[BLOCK_BYTES];
        var newlines = 0;
        for (var end = file.length(); end > 0; end -= Math.min(end, BLOCK_BYTES)) {
            var start = Math.max(0, end - BLOCK_BYTES);
            file.seek(start);
            file.readFully(block, 0, (int) (end - start));
            for (var i = (int) (end - start) - 1; i >= 0; i--) {
                // The newline that ends the last line is not between two lines.
                if (block[i] == '\n' && start + i < file.length() - 1 && ++newlines == lines) {
                    return start + i + 1;
                }
            }
        }
        return 0;
    }
}
