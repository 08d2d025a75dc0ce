package io.askwell.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.local.server.FreePorts;
import io.askwell.local.server.SharedServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The service as a process of its own, so that it can be killed. */
final class ScorerProcess implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Path directory;
    private final int port = FreePorts.next();
    private Process process;

    private ScorerProcess(Path directory) {
        this.directory = directory;
        this.process = launch();
    }

    static ScorerProcess start(Path directory) {
        var scorer = new ScorerProcess(directory);
        scorer.awaitHealthy();
        return scorer;
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    void restart() {
        process = launch();
        awaitHealthy();
    }

    Answer get(String path, @Nullable String token) {
        return get(path, token, List.of());
    }

    /** @param headers names and values in turn */
    Answer get(String path, @Nullable String token, List<String> headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        try {
            var response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("Retry-After").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, String contentType, String retryAfter, String body) {}

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private Process launch() {
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                ReadinessScorerApplication.class.getName());
        command.environment().put("SERVER_PORT", Integer.toString(port));
        command.environment().put("ASKWELL_KAFKA", SharedServers.bootstrapServers());
        command.environment().put("ASKWELL_REGISTRY", SharedServers.registryUrl());
        command.environment().put("ASKWELL_TOKEN_KEY", SharedServers.tokens().publicKeyLocation());
        command.environment()
                .put("ASKWELL_STATE_DIR", directory.resolve("state").toString());
        command.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            Files.createDirectories(directory);
            return command.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void awaitHealthy() {
        await().atMost(Duration.ofSeconds(60))
                .ignoreException(UncheckedIOException.class)
                .failFast(() -> assertThat(process.isAlive()).as(this::said).isTrue())
                .untilAsserted(
                        () -> assertThat(get("/actuator/health/readiness", null).status())
                                .as(this::said)
                                .isEqualTo(200));
    }

    private String said() {
        try {
            return Files.readString(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        return directory.resolve("scorer.log");
    }
}
