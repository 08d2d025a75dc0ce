package io.askwell.ask.application;

import io.askwell.ask.domain.HeldBack;

/** Remembers what was held back, so that each is told once per trigger and set of reasons. */
public interface HeldBackOpportunities {

    /** False when this trigger was held back for these reasons before. */
    boolean isNew(String customerId, HeldBack heldBack);
}
