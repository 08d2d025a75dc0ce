package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.ChainLink;
import java.util.List;
import java.util.Optional;

/** The chain of links over all that was ever appended, as a reader sees it. */
public interface Chain {

    /** The newest link; empty as long as nothing was booked. */
    Optional<ChainLink> head();

    /** @param after the position of the last one seen, 0 for the start */
    List<ChainLink> links(long after, int limit);

    /** The position of the newest transfer; 0 for none. */
    long newestTransfer();
}
