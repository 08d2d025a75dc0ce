package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An opportunity that the rules of asking did not let through. */
public record HeldBack(Trigger trigger, List<Objection> objections) {

    public HeldBack {
        objections = List.copyOf(objections);
    }

    /** When it is looked at again; empty when only something that happens can change it. */
    public Optional<Instant> recheckAt() {
        return Objection.lastEnd(objections);
    }
}
