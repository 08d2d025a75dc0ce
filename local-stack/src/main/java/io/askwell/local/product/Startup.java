package io.askwell.local.product;

import io.askwell.local.server.FreePorts;
import io.askwell.local.server.LocalServer;
import io.askwell.local.server.Processes;
import io.askwell.local.server.Provisioning;
import io.askwell.local.server.ServerFailedException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Brings a product up: what runs already is left alone, what is missing or has crashed is started, each part as soon as
 * those that it needs are ready.
 */
public final class Startup {

    /** The name under which topics and schemas report their steps. */
    public static final String PROVISIONING = "topics, schemas";

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    /** A killed process lets go of its port a moment after it is gone. */
    private static final Duration PORT_PATIENCE = Duration.ofSeconds(2);

    private static final long NEEDED_DISK_BYTES = 1L << 30;

    private final Product product;
    private final Consumer<Step> steps;
    private volatile boolean cancelled;

    public Startup(Product product, Consumer<Step> steps) {
        this.product = product;
        this.steps = steps;
    }

    public StartResult run() {
        var begin = Instant.now();
        var directory = product.directory();
        if (!directory.isUsable()) {
            return new StartResult.Refused(new Refusal.ForeignDirectory(directory.root()));
        }
        try (var lock = ProductLock.tryTake(directory).orElse(null)) {
            if (lock == null) {
                return new StartResult.Refused(new Refusal.Busy(directory.root()));
            }
            var refusal = refusal();
            if (refusal.isPresent()) {
                return new StartResult.Refused(refusal.get());
            }
            directory.mark(product.ports().offset());
            LocalEnvironment.write(product);
            var failures = startAll();
            return failures.isEmpty()
                    ? new StartResult.Healthy(Duration.between(begin, Instant.now()))
                    : new StartResult.Failed(failures);
        }
    }

    /** Nothing more is launched from now on; whoever cancels then stops what was. */
    public void cancel() {
        cancelled = true;
    }

    public boolean isCancelled() {
        return cancelled;
    }

    private Optional<Refusal> refusal() {
        for (var service : Service.values()) {
            if (!product.applications().isBuilt(service)) {
                return Optional.of(new Refusal.NotBuilt(service));
            }
        }
        var free = freeDiskBytes();
        if (free < NEEDED_DISK_BYTES) {
            return Optional.of(new Refusal.DiskNearlyFull(product.directory().root(), free));
        }
        return otherPorts().or(this::takenPort);
    }

    private Optional<Refusal> otherPorts() {
        var remembered = product.directory().portOffset();
        if (remembered.isPresent()
                && remembered.getAsInt() != product.ports().offset()
                && new Inspection(product).anythingRuns()) {
            return Optional.of(new Refusal.RunsOnOtherPorts(remembered.getAsInt()));
        }
        return Optional.empty();
    }

    private Optional<Refusal> takenPort() {
        return product.servers().stream()
                .filter(server ->
                        product.find(server).isEmpty() && !FreePorts.becomesFree(server.port(), PORT_PATIENCE))
                .findFirst()
                .map(server -> new Refusal.PortTaken(
                        server.port(), server.name(), product.ports().offset() + 100));
    }

    private long freeDiskBytes() {
        try {
            return Files.getFileStore(product.directory().root()).getUsableSpace();
        } catch (IOException e) {
            throw new ServerFailedException("Could not see how much of the disk is free: " + e.getMessage(), e);
        }
    }

    /** Returns why parts did not come up, each reason once though other parts waited for the same. */
    private List<String> startAll() {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var database = after(List.of(), tasks, () -> start(product.database(), this::createSchemas));
            var broker = after(List.of(), tasks, () -> start(product.broker()));
            var registry = after(List.of(database), tasks, () -> start(product.registry()));
            var provisioned = after(List.of(broker, registry), tasks, this::provision);
            var mail = after(List.of(), tasks, () -> start(product.mail()));
            var parts = new ArrayList<>(List.of(database, broker, registry, provisioned, mail));
            for (var server : product.services()) {
                var unpacked =
                        after(List.of(), tasks, () -> product.applications().unpack(server.service()));
                parts.add(after(List.of(provisioned, unpacked), tasks, () -> start(server)));
            }
            return parts.stream()
                    .flatMap(part -> failureOf(part).stream())
                    .distinct()
                    .toList();
        }
    }

    private void start(LocalServer server) {
        start(server, () -> {});
    }

    private void start(LocalServer server, Runnable onceReady) {
        var running = product.find(server);
        var kind = running.isPresent() ? Step.Kind.ALREADY_RUNNING : Step.Kind.READY;
        timed(server.name(), kind, () -> {
            var process = running.orElseGet(() -> launch(server));
            product.records().write(server.name(), process);
            Processes.awaitReady(server, process, PATIENCE);
            onceReady.run();
        });
    }

    private ProcessHandle launch(LocalServer server) {
        if (cancelled) {
            throw new ServerFailedException(server.name() + " was not started any more");
        }
        var crashed = product.records().find(server.name()).isPresent();
        report(server.name(), crashed ? Step.Kind.RESTARTING : Step.Kind.STARTING, Duration.ZERO);
        return server.launch();
    }

    private void createSchemas() {
        product.databases().forEach(each -> product.database().createService(each.user(), each.password()));
    }

    private void provision() {
        report(PROVISIONING, Step.Kind.STARTING, Duration.ZERO);
        timed(
                PROVISIONING,
                Step.Kind.READY,
                new Provisioning(
                        product.broker().bootstrapServers(), product.registry().confluentUrl()));
    }

    private void timed(String part, Step.Kind success, Runnable task) {
        var begin = Instant.now();
        try {
            task.run();
            report(part, success, Duration.between(begin, Instant.now()));
        } catch (ServerFailedException e) {
            report(part, Step.Kind.FAILED, Duration.between(begin, Instant.now()));
            throw e;
        }
    }

    private void report(String part, Step.Kind kind, Duration took) {
        steps.accept(new Step(part, kind, took));
    }

    private static CompletableFuture<Void> after(List<CompletableFuture<Void>> needed, Executor tasks, Runnable task) {
        return CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new)).thenRunAsync(task, tasks);
    }

    /** A server that failed is an answer; anything else is a broken program and is thrown. */
    private static Optional<String> failureOf(CompletableFuture<Void> part) {
        try {
            part.join();
            return Optional.empty();
        } catch (CompletionException e) {
            if (e.getCause() instanceof ServerFailedException failure) {
                return Optional.of(String.valueOf(failure.getMessage()));
            }
            throw e;
        }
    }
}
