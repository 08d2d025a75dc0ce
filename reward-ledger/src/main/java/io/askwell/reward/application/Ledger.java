package io.askwell.reward.application;

import io.askwell.reward.domain.ledger.Transfer;
import java.util.List;

/** Where transfers are written, once and for ever. */
public interface Ledger {

    /**
     * Appends the transfers and moves the totals of their accounts in the same transaction. A transfer that is there already
     * changes nothing.
     *
     * @throws IllegalStateException when the id is there with other content
     */
    void append(List<Transfer> transfers);
}
