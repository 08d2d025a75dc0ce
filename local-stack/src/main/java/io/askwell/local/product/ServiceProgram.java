package io.askwell.local.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.local.server.Installation;
import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/** A further program in the application of a service: it runs to its end, tells its steps on standard error and prints one document. */
public final class ServiceProgram {

    private static final Pattern STEP = Pattern.compile("(\\d+)/(\\d+) (.*)");

    private ServiceProgram() {}

    public sealed interface Result {

        /** @param document the answer as JSON */
        record Answered(String document) implements Result {}

        /** @param said what the program said about it */
        record Failed(List<String> said) implements Result {}
    }

    public interface Progress {
        void step(int number, int of, String what);
    }

    /**
     * Unpacks the application of the newest build where this has not been done, and runs the program outside any product.
     *
     * @param memory the most that it may take, as the JVM's option says it
     * @param settings as environment
     */
    public static Result run(
            Installation installation,
            Service service,
            String mainClass,
            String memory,
            Map<String, String> settings,
            Progress progress) {
        var applications = new Applications(installation);
        applications.unpack(service);
        return run(command(applications.of(service).jar(), mainClass, memory), settings, progress);
    }

    static List<String> command(Path jar, String mainClass, String memory) {
        return List.of(
                Installation.java(),
                "-XX:+UseSerialGC",
                "-Xmx" + memory,
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                jar.toString(),
                mainClass);
    }

    static Result run(List<String> command, Map<String, String> settings, Progress progress) {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var process = builder.start();
            // Whoever interrupts the command wants no answer any more.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-program"));
            var document = CompletableFuture.supplyAsync(() -> allOf(process.getInputStream()), tasks);
            var said = follow(process, progress);
            return process.waitFor() == 0 ? new Result.Answered(document.join()) : new Result.Failed(said);
        } catch (IOException e) {
            throw new ServerFailedException("The program could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while waiting for the program", e);
        }
    }

    /** Hands on the lines that are steps, and returns the others. */
    private static List<String> follow(Process process, Progress progress) throws IOException {
        var said = new ArrayList<String>();
        try (var lines = process.errorReader(UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var step = STEP.matcher(line);
                if (step.matches()) {
                    progress.step(Integer.parseInt(step.group(1)), Integer.parseInt(step.group(2)), step.group(3));
                } else {
                    said.add(line);
                }
            }
        }
        return List.copyOf(said);
    }

    private static String allOf(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
