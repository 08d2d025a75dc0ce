package io.askwell.local.product;

import io.askwell.local.server.FreePorts;
import io.askwell.local.server.HttpProbe;
import io.askwell.local.server.JavaProgram;
import io.askwell.local.server.LocalServer;
import io.askwell.local.server.Processes;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of Askwell's own services, run from its unpacked application. */
record ServiceServer(Service service, Applications applications, Path directory, int port, Map<String, String> settings)
        implements LocalServer {

    @Override
    public String name() {
        return service.label();
    }

    @Override
    public String address() {
        return "http://127.0.0.1:" + port;
    }

    @Override
    public Path log() {
        return directory.resolve(name() + ".log");
    }

    /** Settings travel by environment, because command lines can be read by every user of the machine. */
    @Override
    public ProcessHandle launch() {
        Processes.createDirectories(temporary());
        return Processes.launch(runnable().command(), settings, log());
    }

    @Override
    public Optional<JavaProgram> program() {
        return applications.isBuilt(service) ? Optional.of(runnable()) : Optional.empty();
    }

    @Override
    public boolean isReady() {
        return FreePorts.answers(port) && HttpProbe.answersOk(address() + "/actuator/health/readiness");
    }

    private JavaProgram runnable() {
        var application = applications.of(service);
        return new JavaProgram(
                application.directory(),
                "start",
                options(),
                List.of("-jar", application.jar().toString()));
    }

    List<String> options() {
        return List.of(
                "-Xmx192m",
                "-Xss512k",
                "--enable-native-access=ALL-UNNAMED",
                // Two products on one machine must not share what services keep in the temporary directory.
                "-Djava.io.tmpdir=" + temporary());
    }

    private Path temporary() {
        return directory.resolve("tmp");
    }

    /** Without the settings, which hold passwords. */
    @Override
    public String toString() {
        return name() + " on port " + port;
    }
}
