package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.domain.signal.CustomerSignals;
import java.util.ArrayList;
import java.util.List;

/**
 * What figures over all customers need to know of one.
 *
 * @param decision as last assessed
 * @param concerns the kind of each that stood when last assessed
 */
public record Standing(AdvocateFacts advocacy, Readiness decision, List<Concern.Kind> concerns) {

    /** Of a customer who was never assessed. */
    public static final Standing NONE = new Standing(AdvocateFacts.NONE, Readiness.WAIT, List.of());

    public Standing {
        concerns = List.copyOf(concerns);
    }

    public static Standing of(CustomerSignals signals, Assessment assessment) {
        List<Concern.Kind> kinds = new ArrayList<>(assessment.concerns().size());
        for (Concern concern : assessment.concerns()) {
            kinds.add(concern.kind());
        }
        return new Standing(AdvocateFacts.of(signals), assessment.decision(), kinds);
    }
}
