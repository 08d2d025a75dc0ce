package io.askwell.readiness.application;

import java.util.Set;

/**
 * What one instance knows of the customers that it holds.
 *
 * @param partitions whose customers these are, each completely
 */
public record Held<T>(Set<Integer> partitions, T what) {

    public Held {
        partitions = Set.copyOf(partitions);
    }
}
