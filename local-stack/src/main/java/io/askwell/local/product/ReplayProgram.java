package io.askwell.local.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.local.server.Installation;
import io.askwell.local.server.LocalServer;
import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The replay, which lies in the scorer's application, run on the log of a running product. */
public final class ReplayProgram {

    private static final String MAIN = "io.askwell.readiness.ReplayApplication";
    private static final Pattern STEP = Pattern.compile("(\\d+)/(\\d+) (.*)");

    private final Product product;

    public ReplayProgram(Product product) {
        this.product = product;
    }

    public sealed interface Result {

        /** @param document the answer as JSON */
        record Answered(String document) implements Result {}

        /** @param said what the program said about it */
        record Failed(List<String> said) implements Result {}
    }

    public interface Progress {
        void step(int number, int of, String what);
    }

    /** What must run and does not; empty when nothing is in the way. */
    public Optional<String> missing() {
        return List.<LocalServer>of(product.broker(), product.registry()).stream()
                .filter(server -> !server.isReady())
                .map(LocalServer::name)
                .findFirst();
    }

    /** @param at the moment to judge by; null for now */
    public Result run(Path policy, @Nullable Instant at, Progress progress) {
        product.applications().unpack(Service.READINESS_SCORER);
        var settings = new HashMap<>(Map.of(
                "ASKWELL_KAFKA", product.broker().bootstrapServers(),
                "ASKWELL_REGISTRY", product.registry().url(),
                "ASKWELL_REPLAY_POLICY", policy.toAbsolutePath().normalize().toString()));
        if (at != null) {
            settings.put("ASKWELL_REPLAY_AT", at.toString());
        }
        return run(command(), settings, progress);
    }

    static Result run(List<String> command, Map<String, String> settings, Progress progress) {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var process = builder.start();
            // Whoever interrupts the command wants no answer any more.
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "end-replay"));
            var document = CompletableFuture.supplyAsync(() -> allOf(process.getInputStream()), tasks);
            var said = follow(process, progress);
            return process.waitFor() == 0 ? new Result.Answered(document.join()) : new Result.Failed(said);
        } catch (IOException e) {
            throw new ServerFailedException("The replay could not be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while waiting for the replay", e);
        }
    }

    private List<String> command() {
        return List.of(
                Installation.java(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                product.applications().of(Service.READINESS_SCORER).jar().toString(),
                MAIN);
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
