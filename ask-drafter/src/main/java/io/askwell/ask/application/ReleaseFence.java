package io.askwell.ask.application;

/**
 * Stands between an approval and the release. Behind it, everything that was accepted before the approval has been scored,
 * and what the scorer said has been applied here.
 */
public interface ReleaseFence {

    /** Customers of one partition cross together. */
    int partitionOf(String customerId);

    /** Tries to cross, for a moment at most. Covers what was accepted before the call. */
    Crossing cross(int partition);

    /** How it ended. */
    sealed interface Crossing {

        record Passed() implements Crossing {}

        record Waits(Hindrance hindrance) implements Crossing {}

        /** Another process of this service reads the partition, and it is that one's task. */
        record Elsewhere() implements Crossing {}
    }
}
