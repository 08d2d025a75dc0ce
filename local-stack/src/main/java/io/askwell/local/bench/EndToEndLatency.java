package io.askwell.local.bench;

import io.askwell.local.server.Installation;
import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Kafka's own tool: one producer and one consumer in one process, one record at a time, from before it is sent until it is
 * polled; the percentiles come in whole milliseconds, which the tool cuts off.
 */
final class EndToEndLatency {

    private static final String TOPIC = "bench.end-to-end";
    private static final Pattern PERCENTILES = Pattern.compile("Percentiles: 50th = (\\d+), 99th = (\\d+),");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Installation installation;
    private final String bootstrapServers;

    EndToEndLatency(Installation installation, String bootstrapServers) {
        this.installation = installation;
        this.bootstrapServers = bootstrapServers;
    }

    Latencies measure(int records, int recordBytes) {
        var said = run(List.of(
                Installation.java(),
                "-XX:+UseSerialGC",
                "-Xmx128m",
                "-Dlogback.configurationFile=io/askwell/local/command/logback.xml",
                "-cp",
                installation.classPath(),
                "org.apache.kafka.tools.EndToEndLatency",
                "--bootstrap-server",
                bootstrapServers,
                "--topic",
                TOPIC,
                "--num-records",
                Integer.toString(records),
                "--producer-acks",
                "all",
                "--record-size",
                Integer.toString(recordBytes)));
        var percentiles = PERCENTILES.matcher(said);
        if (!percentiles.find()) {
            throw new ServerFailedException("Kafka's EndToEndLatency did not say its percentiles:\n" + said);
        }
        return new Latencies(
                records,
                Duration.ofMillis(Long.parseLong(percentiles.group(1))),
                Duration.ofMillis(Long.parseLong(percentiles.group(2))));
    }

    private static String run(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            // Whoever interrupts the benchmark wants no answer any more.
            var atExit = new Thread(process::destroy, "end-to-end-end");
            Runtime.getRuntime().addShutdownHook(atExit);
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new ServerFailedException("Kafka's EndToEndLatency did not end");
            }
            Runtime.getRuntime().removeShutdownHook(atExit);
            return said;
        } catch (IOException e) {
            throw new ServerFailedException("Kafka's EndToEndLatency cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while Kafka's EndToEndLatency ran", e);
        }
    }
}
