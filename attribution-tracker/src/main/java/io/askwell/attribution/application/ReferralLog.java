package io.askwell.attribution.application;

import java.util.List;

/** Where the service says what happened, in the transaction in which it happens. */
public interface ReferralLog {

    /** Announces every step of each change, and every review that it opens, changes or closes; in this order. */
    void append(List<Told> told);
}
