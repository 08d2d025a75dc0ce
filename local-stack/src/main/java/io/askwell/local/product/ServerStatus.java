package io.askwell.local.product;

import io.askwell.local.server.LocalServer;

/** A server and how it is. */
public record ServerStatus(LocalServer server, ServerState state) {

    public boolean isHealthy() {
        return state instanceof ServerState.Healthy;
    }
}
