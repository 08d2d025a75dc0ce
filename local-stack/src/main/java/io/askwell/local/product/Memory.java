package io.askwell.local.product;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The resident memory of processes. Pages that several of them share count for each, so a sum is an upper bound. */
public final class Memory {

    private Memory() {}

    /** Bytes of the process and all that it started; 0 for one that has ended meanwhile. */
    public static long residentBytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> residentBytes(each.pid()).orElse(0))
                .sum();
    }

    private static OptionalLong residentBytes(long pid) {
        var status = Path.of("/proc", Long.toString(pid), "status");
        try {
            return Files.exists(Path.of("/proc/self/status")) ? fromStatus(status) : fromPs(pid);
        } catch (IOException e) {
            // It ended between the listing and the look.
            return OptionalLong.empty();
        }
    }

    private static OptionalLong fromStatus(Path status) throws IOException {
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> kibibytes(line.replaceAll("[^0-9]", "")))
                    .findFirst();
        }
    }

    private static OptionalLong fromPs(long pid) throws IOException {
        var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
        try (var output = new BufferedReader(new InputStreamReader(ps.getInputStream(), StandardCharsets.US_ASCII))) {
            var line = output.readLine();
            return line == null ? OptionalLong.empty() : OptionalLong.of(kibibytes(line.strip()));
        }
    }

    private static long kibibytes(String digits) {
        return Long.parseLong(digits) * 1024;
    }
}
