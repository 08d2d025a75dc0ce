package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** An opportunity that the scorer's concerns and reasons or the rules of asking did not let through. */
public record HeldBack(Trigger trigger, List<Objection> objections) {

    public HeldBack {
        objections = List.copyOf(objections);
    }

    /** The names of the reasons, each once, in their order by name: what is told only once for a trigger. */
    public List<String> codes() {
        return objections.stream().map(Objection::code).sorted().distinct().toList();
    }

    /** When it is looked at again; empty when only something that happens can change it. */
    public Optional<Instant> recheckAt() {
        return Objection.lastEnd(objections);
    }
}
