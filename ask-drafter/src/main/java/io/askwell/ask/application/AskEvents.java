package io.askwell.ask.application;

import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.AskStep;
import io.askwell.ask.domain.Customer;
import io.askwell.ask.domain.HeldBack;
import java.time.Instant;

/** What the drafter tells the world; it leaves with the commit of the transaction or not at all. */
public interface AskEvents {

    /** @param number of the step within its ask, from 1 */
    void tell(AskStep step, int number);

    void tell(Customer customer, HeldBack heldBack, Instant at);

    /** The queue of pending asks shows the new owner. */
    void tellOwner(Open reassigned, Instant at);

    /** The queue shows a pending ask, whether it did before or not. */
    void queueAgain(Pending ask, Instant at);

    /** The queue does not show this ask, which is not pending or not known at all. */
    void removeFromQueue(String askId, Instant at);
}
