package io.askwell.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as a newcomer has it: started by {@code ./askwell} in a directory of its own, spoken to over its public APIs. */
final class AskwellProduct implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<Integer> DEFAULT_PORTS = List.of(8080, 8081, 8082, 8083, 8084, 8085, 8090, 9092, 5433);

    private final Path dataDirectory;
    private final int portOffset;
    private final HttpClient http = HttpClient.newHttpClient();
    private Map<String, String> environment = Map.of();

    private AskwellProduct(Path dataDirectory, int portOffset) {
        this.dataDirectory = dataDirectory;
        this.portOffset = portOffset;
    }

    static AskwellProduct start(Path dataDirectory) {
        AskwellProduct product = new AskwellProduct(dataDirectory, freePortOffset());
        product.up();
        return product;
    }

    /** Starts what does not run. */
    void up() {
        Finished up = command("up", "--detach", "--port-offset", Integer.toString(portOffset));
        assertThat(up.exitCode()).as(up.output()).isZero();
        environment = readEnvironment();
    }

    Finished command(String... arguments) {
        List<String> line =
                new ArrayList<>(List.of(Repository.root().resolve("askwell").toString()));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--data", dataDirectory.toString()));
        return run(line, Repository.root());
    }

    Finished run(List<String> line, Path directory) {
        Path output = dataDirectory.resolveSibling("command-output.txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("no end after 5 minutes: " + line);
            }
            return new Finished(process.exitValue(), Files.readString(output));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What {@code status --json} says of each process, by name. */
    Map<String, JsonNode> processes() {
        Map<String, JsonNode> byName = new HashMap<>();
        for (JsonNode process :
                JSON.readTree(command("status", "--json").output()).path("processes")) {
            byName.put(process.path("name").asString(), process);
        }
        return byName;
    }

    void kill(String process) {
        long pid = Objects.requireNonNull(processes().get(process)).path("pid").asLong();
        ProcessHandle handle = ProcessHandle.of(pid).orElseThrow();
        handle.destroyForcibly();
        handle.onExit().join();
    }

    JsonNode get(String service, String role, String path) {
        Answer answer = send(service, role, path, null, "application/json");
        assertThat(answer.status()).as("GET %s: %s", path, answer.body()).isEqualTo(200);
        return answer.json();
    }

    Answer tryGet(String service, String role, String path) {
        return send(service, role, path, null, "application/json");
    }

    Answer post(String service, String role, String path, String body) {
        return send(service, role, path, body, "application/json");
    }

    Answer postLines(String service, String role, String path, List<String> lines) {
        return send(service, role, path, String.join("\n", lines), "application/x-ndjson");
    }

    private Answer send(String service, String role, String path, @Nullable String body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(environment("ASKWELL_" + service + "_URL") + path))
                .header("Authorization", "Bearer " + environment("ASKWELL_TOKEN_" + role));
        if (body != null) {
            request.header("Content-Type", contentType).POST(BodyPublishers.ofString(body));
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String environment(String name) {
        return Objects.requireNonNull(environment.get(name), () -> name + " is not in local.env");
    }

    private Map<String, String> readEnvironment() {
        try {
            Map<String, String> read = new HashMap<>();
            for (String line : Files.readAllLines(dataDirectory.resolve("local.env"))) {
                String[] parts = line.split("=", 2);
                if (parts.length == 2) {
                    read.put(parts[0], parts[1]);
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Finished down = command("down");
        assertThat(down.exitCode()).as(down.output()).isZero();
    }

    private static int freePortOffset() {
        return new Random()
                .ints(1_000, 20_000)
                .filter(offset -> DEFAULT_PORTS.stream().allMatch(port -> isFree(port + offset)))
                .limit(1)
                .findFirst()
                .orElseThrow();
    }

    private static boolean isFree(int port) {
        try (ServerSocket _ = new ServerSocket(port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    record Finished(int exitCode, String output) {}

    record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }
}
