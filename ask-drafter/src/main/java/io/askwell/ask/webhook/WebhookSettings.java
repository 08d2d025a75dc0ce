package io.askwell.ask.webhook;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * The endpoint of the site.
 *
 * @param secret as Standard Webhooks writes it, {@code whsec_} and base64
 * @param privateAddresses whether the endpoint may lie in this machine or a private network
 * @param timeLimit for a whole call, from looking the address up to the status line of the answer
 */
public record WebhookSettings(URI url, String secret, boolean privateAddresses, Duration timeLimit) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public WebhookSettings {
        if (!SCHEMES.contains(String.valueOf(url.getScheme())) || url.getHost() == null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("Delivery by webhook needs an http or https URL without a user in it");
        }
        if (!timeLimit.isPositive()) {
            throw new IllegalArgumentException("The time limit of a call must be longer than nothing");
        }
        StandardSignature.of(secret);
    }

    int port() {
        return url.getPort() != -1 ? url.getPort() : isEncrypted() ? 443 : 80;
    }

    boolean isEncrypted() {
        return "https".equals(url.getScheme());
    }

    /** Without the secret, and without the path, which may hold one. */
    @Override
    public String toString() {
        return "webhook at " + url.getHost() + ":" + port();
    }
}
