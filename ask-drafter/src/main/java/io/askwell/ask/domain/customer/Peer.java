package io.askwell.ask.domain.customer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a problem whom the customer mentioned.
 *
 * @param name of a person there, personal
 * @param problem in the words of whoever reported it
 * @param evidence the mention, as {@code source/id}
 */
public record Peer(
        String company, @Nullable String name, @Nullable String problem, List<String> evidence) {

    public Peer {
        evidence = List.copyOf(evidence);
    }
}
