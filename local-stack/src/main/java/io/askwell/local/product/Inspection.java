package io.askwell.local.product;

import io.askwell.local.server.LocalServer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** Looks at every server of a product and asks the running ones whether they are well. */
public final class Inspection {

    private final Product product;

    public Inspection(Product product) {
        this.product = product;
    }

    /** In the order in which they start. */
    public List<ServerStatus> run() {
        try (var tasks = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = product.servers().stream()
                    .map(server ->
                            CompletableFuture.supplyAsync(() -> new ServerStatus(server, stateOf(server)), tasks))
                    .toList();
            return statuses.stream().map(CompletableFuture::join).toList();
        }
    }

    /** Whether anything of the product runs, without asking how it is. */
    public boolean anythingRuns() {
        return product.servers().stream()
                .anyMatch(server -> product.find(server).isPresent());
    }

    /** Names of those that ended without being asked to. */
    public List<String> crashed() {
        return product.servers().stream()
                .filter(server -> product.find(server).isEmpty())
                .map(LocalServer::name)
                .filter(name -> product.records().find(name).isPresent())
                .toList();
    }

    private ServerState stateOf(LocalServer server) {
        return product.find(server)
                .<ServerState>map(process ->
                        server.isReady() ? new ServerState.Healthy(process) : new ServerState.NotAnswering(process))
                .orElseGet(() -> product.records().find(server.name()).isPresent()
                        ? new ServerState.Crashed()
                        : new ServerState.Stopped());
    }
}
