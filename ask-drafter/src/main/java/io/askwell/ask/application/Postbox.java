package io.askwell.ask.application;

import io.askwell.ask.domain.delivery.Carrier;
import io.askwell.ask.domain.delivery.Handover;
import java.time.Duration;

/** Where this site puts letters for its carrier. */
public interface Postbox {

    Carrier carrier();

    /** Within this time {@link #post} has ended, and nothing leaves any more: the connection is cut by then. */
    Duration timeLimit();

    /** Hands the letter over, or says how far that went. Whatever it throws leaves the outcome unclear. */
    Handover post(Letter letter);
}
