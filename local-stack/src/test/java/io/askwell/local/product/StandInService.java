package io.askwell.local.product;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * An application that can do what this module asks of a service and nothing else: be unpacked, and answer that it is
 * ready. With it the starting and stopping of a product is tested against real servers without the services' builds.
 */
public final class StandInService {

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        if (System.getProperty("jarmode") != null) {
            extract(List.of(arguments));
            return;
        }
        var port = Integer.parseInt(System.getenv("SERVER_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** Writes a jar of this class where the build of a service would put its application. */
    static void install(Path repository, Service service) throws IOException {
        var jar = repository.resolve(service.label() + "/target/" + service.label() + "-1.0.0.jar");
        Files.createDirectories(jar.resolveSibling(""));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandInService.class.getName());
        var entry = StandInService.class.getName().replace('.', '/') + ".class";
        try (var target = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var code = StandInService.class.getResourceAsStream("/" + entry)) {
            target.putNextEntry(new JarEntry(entry));
            Objects.requireNonNull(code).transferTo(target);
        }
    }

    private static void extract(List<String> arguments) throws IOException {
        var destination = Path.of(arguments.get(arguments.indexOf("--destination") + 1));
        var name = arguments.get(arguments.indexOf("--application-filename") + 1);
        Files.createDirectories(destination);
        Files.copy(Path.of(System.getProperty("java.class.path")), destination.resolve(name));
    }
}
