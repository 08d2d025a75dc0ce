package io.askwell.readiness.application;

import java.util.Optional;

/** Under which policy the customers of one partition were assessed, and how far a newer one has come. */
public interface PolicyMark {

    /** Hash of the policy file; empty for customers of whom nothing was ever assessed. */
    Optional<String> policy();

    /** The last customer who was looked at under the policy, in the order of ids; empty once all were. */
    Optional<String> reached();

    void begin(String policyHash);

    void reach(String customerId);

    void end();
}
