package io.askwell.ask.application;

import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Dispatch;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is still to be handed to a carrier. Who changes one holds the lock of its customer; {@link #due} looks without.
 */
public interface Dispatches {

    /** Adds a released ask, due at once. */
    void add(String askId, Carrier carrier, Instant tryUntil, Instant now);

    /** Those that nobody is at and whose time has come, and those whose sender's lease has run out. The oldest first. */
    List<Dispatch> due(Instant now, int most);

    /** Whether it is still due; empty when somebody else took it or brought it to an end. */
    Optional<Dispatch> stillDue(String askId, Instant now);

    /** From the commit on {@code sender} is the only one that may send, and only until the lease ends. */
    Dispatch claim(String askId, String sender, Instant leaseUntil);

    /** Nothing left, so it is due again later; nothing happens when {@code sender} has lost it. */
    void putBack(String askId, String sender, Instant dueAt);

    /** It is over: nobody will ever send it again. */
    void end(String askId);
}
