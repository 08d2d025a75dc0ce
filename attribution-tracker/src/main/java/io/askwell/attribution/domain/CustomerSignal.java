package io.askwell.attribution.domain;

import java.time.Instant;

/** One thing that a source reports about a customer. */
public sealed interface CustomerSignal {

    FactId id();

    int revision();

    Instant occurredAt();

    record Updated(CustomerUpdate update) implements CustomerSignal {
        @Override
        public FactId id() {
            return update.id();
        }

        @Override
        public int revision() {
            return update.revision();
        }

        @Override
        public Instant occurredAt() {
            return update.occurredAt();
        }
    }

    /** @param retracts {@code source/id} of the signal that counts as never sent */
    record Retracted(FactId id, int revision, Instant occurredAt, String retracts) implements CustomerSignal {}

    /** Of any other kind: it shows that there is such a customer. */
    record Seen(FactId id, int revision, Instant occurredAt) implements CustomerSignal {}
}
