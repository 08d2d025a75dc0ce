package io.askwell.readiness.domain.rule;

import java.util.List;

/** The moments that let an ask begin. */
public record TriggerRules(NpsPromoterTrigger npsPromoter, MilestoneTrigger milestone) {

    public List<TriggerRule> inOrder() {
        return List.of(npsPromoter, milestone);
    }
}
