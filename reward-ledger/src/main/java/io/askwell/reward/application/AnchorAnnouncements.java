package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.Anchor;

/** Tells the world how far the chain has come, in the transaction that notes it. */
public interface AnchorAnnouncements {

    void announce(Anchor anchor);
}
