package io.askwell.local.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * Where the build of this module put the servers: {@code lib} (class path of the broker), {@code registry} and
 * {@code postgresql} (unpacked when first used) below one root.
 */
public record Installation(Path root) {

    private static final String REGISTRY_HOME = "askwell.registry.home";

    /** The installation that the build names to tests and to the command. */
    public static Installation ofThisBuild() {
        var registryHome = System.getProperty(REGISTRY_HOME);
        if (registryHome == null) {
            throw new IllegalStateException("System property " + REGISTRY_HOME + " is not set");
        }
        var installation =
                new Installation(Path.of(registryHome).toAbsolutePath().resolveSibling(""));
        if (!Files.exists(installation.registryJar())) {
            throw new IllegalStateException("No registry in " + registryHome + ": build module local-stack first");
        }
        return installation;
    }

    /** Where the build of a service module puts its application. */
    public Path buildOf(String module) {
        return root.resolve("../..").resolve(module).resolve("target").normalize();
    }

    /** Where applications of services are unpacked. */
    public Path services() {
        return root.resolve("services");
    }

    Path libraries() {
        return root.resolve("lib");
    }

    /** Every library in an order that is always the same, because a start cache fits one class path. */
    public String classPath() {
        try (var jars = Files.list(libraries())) {
            return jars.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new ServerFailedException(libraries() + " cannot be read: " + e.getMessage(), e);
        }
    }

    Path registryJar() {
        return root.resolve("registry/quarkus-run.jar");
    }

    Path postgresql() {
        return root.resolve("postgresql");
    }

    /** The JDK that runs this JVM runs the servers too. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
