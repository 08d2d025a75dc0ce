package io.askwell.local.command;

import io.askwell.local.product.DataDirectory;
import io.askwell.local.product.Ports;
import io.askwell.local.product.Product;
import io.askwell.local.server.Installation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which ports a product gets when it is started. */
final class PortOption {

    @Option(
            names = "--port-offset",
            paramLabel = "N",
            description = "Move every port by N; the data directory remembers it (at first 0).")
    private @Nullable Integer offset;

    /** What is wrong with the option, if anything. */
    Optional<String> problem(DataDirectory directory) {
        var wanted = offset(directory);
        return Ports.isPossible(wanted)
                ? Optional.empty()
                : Optional.of("--port-offset " + wanted + " moves ports out of the range 1024 to 65535.");
    }

    Product product(DataDirectory directory) {
        return new Product(Installation.ofThisBuild(), directory, new Ports(offset(directory)));
    }

    private int offset(DataDirectory directory) {
        return offset != null ? offset : directory.portOffset().orElse(0);
    }
}
