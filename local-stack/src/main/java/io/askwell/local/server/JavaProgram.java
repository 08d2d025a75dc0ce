package io.askwell.local.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A program for the JVM that starts faster the more often it has run: the first run records what it loads and compiles,
 * {@link #learning} makes a cache of the recording, and later runs begin with the cache. A cache fits one JDK and one
 * class path, so it lies beside the program and bears the JDK's version; the JVM ignores one that does not fit.
 *
 * @param directory where the cache lies; shared by all products that run this program
 * @param options for the JVM
 * @param main what is run: a jar, or a class path and a class
 */
public record JavaProgram(Path directory, String name, List<String> options, List<String> main) {

    /** Later than its default, the optimising compiler leaves the few cores of a start to the start. */
    private static final List<String> COMPILE_LATER = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=20000",
            "-XX:Tier4CompileThreshold=100000",
            "-XX:Tier4BackEdgeThreshold=400000");

    /** It warns of every class that it cannot cache. */
    private static final List<String> QUIET = List.of("-Xlog:aot*=error", "-Xlog:cds*=error");

    /** The command that runs it, recording or with the cache. */
    public List<String> command(String... arguments) {
        var startFaster = Files.exists(cache())
                ? List.of("-XX:AOTCache=" + cache())
                : List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + recording());
        var command = java(startFaster);
        command.addAll(List.of(arguments));
        return command;
    }

    /** What is left to do with the recording of a run that has ended; empty when there is none. */
    Optional<Learning> learning() {
        if (Files.exists(cache()) || !Files.exists(recording())) {
            return Optional.empty();
        }
        var unfinished = cache().resolveSibling(cache().getFileName() + ".unfinished");
        var command = java(
                List.of("-XX:AOTMode=create", "-XX:AOTConfiguration=" + recording(), "-XX:AOTCache=" + unfinished));
        return Optional.of(new Learning(command, unfinished, cache(), recording()));
    }

    private ArrayList<String> java(List<String> startFaster) {
        var command = new ArrayList<String>();
        command.add(Installation.java());
        command.add("-XX:+UseSerialGC");
        command.addAll(COMPILE_LATER);
        command.addAll(QUIET);
        command.addAll(startFaster);
        command.addAll(options);
        command.addAll(main);
        return command;
    }

    private Path cache() {
        return directory.resolve(name + "-" + Runtime.version() + ".aot");
    }

    private Path recording() {
        return directory.resolve(name + "-" + Runtime.version() + ".recording");
    }
}
