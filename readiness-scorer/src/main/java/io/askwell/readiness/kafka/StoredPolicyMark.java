package io.askwell.readiness.kafka;

import io.askwell.readiness.application.PolicyMark;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** The mark of one task in a store of two keys, so that it moves in the transaction of the assessments that it counts. */
final class StoredPolicyMark implements PolicyMark {

    private static final String POLICY = "policy";
    private static final String REACHED = "reached";

    /** Before every id. */
    private static final String NOBODY = "";

    private final KeyValueStore<String, String> store;

    StoredPolicyMark(KeyValueStore<String, String> store) {
        this.store = store;
    }

    @Override
    public Optional<String> policy() {
        return Optional.ofNullable(store.get(POLICY));
    }

    @Override
    public Optional<String> reached() {
        return Optional.ofNullable(store.get(REACHED));
    }

    @Override
    public void begin(String policyHash) {
        store.put(POLICY, policyHash);
        store.put(REACHED, NOBODY);
    }

    @Override
    public void reach(String customerId) {
        store.put(REACHED, customerId);
    }

    @Override
    public void end() {
        store.delete(REACHED);
    }
}
