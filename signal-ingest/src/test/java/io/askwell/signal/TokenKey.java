package io.askwell.signal;

import io.askwell.local.server.SharedServers;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Lets a test's application trust the tokens that {@link SharedServers} mints. */
public interface TokenKey {

    @DynamicPropertySource
    static void tokenKey(DynamicPropertyRegistry properties) {
        properties.add("ASKWELL_TOKEN_KEY", () -> SharedServers.tokens().publicKeyLocation());
    }

    static String bearer(String subject, String role) {
        return "Bearer " + SharedServers.tokens().mint(subject, role);
    }
}
