package io.askwell.ask.application;

/**
 * Stands between an approval and the release. Behind it, everything that was accepted before the approval has been scored,
 * and what the scorer said has been applied here.
 */
public interface ReleaseFence {

    /** Customers of one partition cross together. */
    int partitionOf(String customerId);

    /** A way across for all who were approved before its first attempt. */
    Passage passage(int partition);

    /**
     * Remembers what it waits for, so that it ends however fast the log grows behind it. Used by one thread at a time.
     */
    interface Passage {

        /** Goes on from where it got to, for a moment at most. */
        Crossing attempt();
    }

    /** How an attempt ended. */
    sealed interface Crossing {

        record Passed() implements Crossing {}

        record Waits(Hindrance hindrance) implements Crossing {}

        /** Another process of this service reads the partition, and it is that one's task. */
        record Elsewhere() implements Crossing {}
    }
}
