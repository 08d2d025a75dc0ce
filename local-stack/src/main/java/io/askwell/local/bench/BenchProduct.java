package io.askwell.local.bench;

import io.askwell.local.product.DataDirectory;
import io.askwell.local.product.LocalEnvironment;
import io.askwell.local.product.Login;
import io.askwell.local.product.Ports;
import io.askwell.local.product.Product;
import io.askwell.local.product.Refusal;
import io.askwell.local.product.Service;
import io.askwell.local.product.Shutdown;
import io.askwell.local.product.StartResult;
import io.askwell.local.product.Startup;
import io.askwell.local.product.Step;
import io.askwell.local.server.Installation;
import io.askwell.local.server.ServerFailedException;
import io.askwell.schemas.AvroSerdes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A whole product of a benchmark's own, in a temporary directory and on ports that are free. Whatever ends the benchmark,
 * Ctrl-C too, stops it and deletes the directory.
 */
final class BenchProduct implements AutoCloseable {

    private static final int FIRST_OFFSET = 30_000;
    private static final int NEXT_OFFSET = 100;

    private final Product product;
    private final Startup startup;
    private final Thread atExit = new Thread(this::end, "bench-end");

    private BenchProduct(Installation installation, DataDirectory directory, int offset, Progress progress) {
        this.product = new Product(installation, directory, new Ports(offset));
        this.startup = new Startup(product, step -> tell(step, progress));
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    static BenchProduct start(Installation installation, Progress progress) {
        var directory = new DataDirectory(temporaryDirectory());
        for (int offset = FIRST_OFFSET; Ports.isPossible(offset); offset += NEXT_OFFSET) {
            var product = new BenchProduct(installation, directory, offset, progress);
            if (product.isUp()) {
                return product;
            }
            product.close();
        }
        throw new ServerFailedException("No free ports were found for a product");
    }

    /** False when another program has one of its ports. */
    private boolean isUp() {
        return switch (startup.run()) {
            case StartResult.Healthy _ -> true;
            case StartResult.Refused(Refusal.PortTaken _) -> false;
            case StartResult.Refused(var refusal) -> throw failed(refusal.line());
            case StartResult.Failed(var reasons) -> throw failed(String.join("\n", reasons));
        };
    }

    private ServerFailedException failed(String why) {
        close();
        return new ServerFailedException(why);
    }

    String url(Service service) {
        return value("ASKWELL_" + service.name() + "_URL");
    }

    String token(Login login) {
        return value(login.variable());
    }

    String bootstrapServers() {
        return product.broker().bootstrapServers();
    }

    AvroSerdes serdes() {
        return AvroSerdes.against(product.registry().url());
    }

    @Override
    public void close() {
        end();
        Runtime.getRuntime().removeShutdownHook(atExit);
    }

    private void end() {
        startup.cancel();
        if (product.directory().isAskwell()) {
            new Shutdown(product, _ -> {}).stopAll();
            product.directory().delete();
        }
    }

    private String value(String name) {
        return Objects.requireNonNull(LocalEnvironment.read(product.directory()).get(name), name);
    }

    private static void tell(Step step, Progress progress) {
        if (step.kind() == Step.Kind.STARTING) {
            progress.begin("starting " + step.part());
        }
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("askwell-bench");
        } catch (IOException e) {
            throw new ServerFailedException("Could not make a temporary directory: " + e.getMessage(), e);
        }
    }
}
