package io.askwell.local.product;

import io.askwell.local.server.Exclusively;
import io.askwell.local.server.Installation;
import io.askwell.local.server.Processes;
import io.askwell.local.server.ServerFailedException;
import io.askwell.local.server.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The applications of the services, unpacked from the jars that the build made: they start faster unpacked, and a new
 * build cannot pull the jar away from under a running service. All products on this machine share them.
 */
final class Applications {

    private static final Duration UNPACK_PATIENCE = Duration.ofMinutes(3);

    private final Installation installation;

    Applications(Installation installation) {
        this.installation = installation;
    }

    /** The application of the newest build, which may not be unpacked yet. */
    Application of(Service service) {
        return new Application(installation.services().resolve(service.label() + "-" + version(built(service))));
    }

    boolean isBuilt(Service service) {
        return !jars(service).isEmpty();
    }

    void unpack(Service service) {
        var application = of(service);
        var lock = installation.services().resolve(service.label() + ".lock");
        try {
            Exclusively.run(lock, () -> {
                if (!Files.exists(application.jar())) {
                    unpack(service, application);
                    deleteUnusedVersions(service, application);
                }
            });
        } catch (IOException e) {
            throw new ServerFailedException("Could not unpack " + service.label() + ": " + e.getMessage(), e);
        }
    }

    private void unpack(Service service, Application application) throws IOException {
        var unfinished = installation.services().resolve(service.label() + ".unfinished");
        Trees.delete(unfinished);
        Processes.run(
                List.of(
                        Installation.java(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        built(service).toString(),
                        "extract",
                        "--application-filename",
                        application.jar().getFileName().toString(),
                        "--destination",
                        unfinished.toString()),
                Map.of(),
                UNPACK_PATIENCE);
        Files.move(unfinished, application.directory(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Another product may still run an older version; it is deleted at a later time. */
    private void deleteUnusedVersions(Service service, Application current) throws IOException {
        var running = ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .toList();
        for (var version : entries(installation.services(), service.label() + "-*")) {
            if (!version.equals(current.directory())
                    && running.stream().noneMatch(line -> line.contains(version.toString()))) {
                Trees.delete(version);
            }
        }
    }

    private Path built(Service service) {
        return jars(service).stream()
                .findFirst()
                .orElseThrow(() ->
                        new ServerFailedException(service.label() + " is not built: run ./mvnw -DskipTests package"));
    }

    private List<Path> jars(Service service) {
        return entries(installation.buildOf(service.label()), service.label() + "-*.jar");
    }

    private static String version(Path jar) {
        try {
            return Long.toHexString(Files.getLastModifiedTime(jar).toMillis()) + Long.toHexString(Files.size(jar));
        } catch (IOException e) {
            throw new ServerFailedException(jar + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<Path> entries(Path directory, String glob) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var entries = Files.newDirectoryStream(directory, glob)) {
            var found = new ArrayList<Path>();
            entries.forEach(found::add);
            return List.copyOf(found);
        } catch (IOException e) {
            throw new ServerFailedException(directory + " cannot be read: " + e.getMessage(), e);
        }
    }
}
