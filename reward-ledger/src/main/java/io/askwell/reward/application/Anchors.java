package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.Anchor;
import java.util.Optional;

/** The anchors that were told. */
public interface Anchors {

    Optional<Anchor> newest();

    void keep(Anchor anchor);
}
