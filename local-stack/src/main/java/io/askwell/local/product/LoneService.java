package io.askwell.local.product;

import io.askwell.local.server.Installation;
import io.askwell.local.server.JavaProgram;
import io.askwell.local.server.LocalServer;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A service of this build as the product runs it, but outside any product: for benchmarks. */
public final class LoneService {

    private final Application application;
    private final ServiceServer server;

    private LoneService(Application application, ServiceServer server) {
        this.application = application;
        this.server = server;
    }

    /**
     * Unpacks the application where this has not been done.
     *
     * @param settings as environment; the port is added
     */
    public static LoneService of(
            Installation installation, Service service, Path directory, int port, Map<String, String> settings) {
        var applications = new Applications(installation);
        applications.unpack(service);
        var environment = new HashMap<>(settings);
        environment.put("SERVER_PORT", Integer.toString(port));
        return new LoneService(
                applications.of(service),
                new ServiceServer(service, applications, directory, port, Map.copyOf(environment)));
    }

    public LocalServer server() {
        return server;
    }

    /**
     * Another program with the libraries of this service and the same options for the JVM.
     *
     * @param directory where its start cache lies
     * @param classes a folder or a jar; comes before the libraries
     */
    public JavaProgram sibling(Path directory, String mainClass, Path classes, List<String> furtherOptions) {
        var options = new ArrayList<>(server.options());
        options.addAll(furtherOptions);
        var classPath = classes + File.pathSeparator + application.libraries().resolve("*");
        return new JavaProgram(directory, "sibling", options, List.of("-cp", classPath, mainClass));
    }
}
