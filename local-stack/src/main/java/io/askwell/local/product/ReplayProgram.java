package io.askwell.local.product;

import io.askwell.local.server.LocalServer;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The replay, which lies in the scorer's application, run on the log of a running product. */
public final class ReplayProgram {

    private static final String MAIN = "io.askwell.readiness.ReplayApplication";
    private static final String MEMORY = "512m";

    private final Product product;

    public ReplayProgram(Product product) {
        this.product = product;
    }

    /** What must run and does not; empty when nothing is in the way. */
    public Optional<String> missing() {
        return List.<LocalServer>of(product.broker(), product.registry()).stream()
                .filter(server -> !server.isReady())
                .map(LocalServer::name)
                .findFirst();
    }

    /** @param at the moment to judge by; null for now */
    public ServiceProgram.Result run(Path policy, @Nullable Instant at, ServiceProgram.Progress progress) {
        product.applications().unpack(Service.READINESS_SCORER);
        var settings = new HashMap<>(Map.of(
                "ASKWELL_KAFKA", product.broker().bootstrapServers(),
                "ASKWELL_REGISTRY", product.registry().url(),
                "ASKWELL_REPLAY_POLICY", policy.toAbsolutePath().normalize().toString()));
        if (at != null) {
            settings.put("ASKWELL_REPLAY_AT", at.toString());
        }
        var jar = product.applications().of(Service.READINESS_SCORER).jar();
        return ServiceProgram.run(ServiceProgram.command(jar, MAIN, MEMORY), settings, progress);
    }
}
