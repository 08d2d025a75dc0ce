package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.Trigger;
import java.util.List;
import java.util.Optional;

/** Whether a trigger may open an ask, given the asks that there are. */
sealed interface OpeningRule extends AskRule {

    Optional<Objection> objection(Customer customer, Trigger trigger);

    /** However many triggers fire. */
    record OneAtATime() implements OpeningRule {
        @Override
        public Optional<Objection> objection(Customer customer, Trigger trigger) {
            return customer.openAsk().map(open -> Objection.lasting("open_ask", List.of(open.id())));
        }
    }

    /** After withdrawn it may be used again while its window is open; after anything else it may not. */
    record TriggerUsedOnce() implements OpeningRule {
        @Override
        public Optional<Objection> objection(Customer customer, Trigger trigger) {
            return customer.usedAt(trigger).map(_ -> Objection.lasting("trigger_used", trigger.evidence()));
        }
    }
}
