package io.askwell.local.product;

import io.askwell.local.server.LocalServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** Takes a product down: the services first and together, then what they stand on, one after another. */
public final class Shutdown {

    /** The first run of a new build writes down at its end what it has loaded, which takes a while. */
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final Product product;
    private final Consumer<Step> steps;

    public Shutdown(Product product, Consumer<Step> steps) {
        this.product = product;
        this.steps = steps;
    }

    /** False when another command is starting or stopping the product; then nothing is touched. */
    public boolean run() {
        try (var lock = ProductLock.tryTake(product.directory()).orElse(null)) {
            if (lock == null) {
                return false;
            }
            stopAll();
            return true;
        }
    }

    /** For the one command that holds the product anyway: a start that is interrupted. */
    public void stopAll() {
        stopTogether(product.services());
        stop(product.mail());
        stop(product.registry());
        stop(product.broker());
        stop(product.database());
        product.learn();
    }

    private void stopTogether(List<? extends LocalServer> servers) {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(servers.stream()
                            .map(server -> CompletableFuture.runAsync(() -> stop(server), tasks))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
    }

    private void stop(LocalServer server) {
        var running = product.find(server);
        if (running.isPresent()) {
            var begin = Instant.now();
            steps.accept(new Step(server.name(), Step.Kind.STOPPING, Duration.ZERO));
            server.stop(running.get(), PATIENCE);
            steps.accept(new Step(server.name(), Step.Kind.STOPPED, Duration.between(begin, Instant.now())));
        }
        product.records().remove(server.name());
    }
}
