package io.askwell.attribution.application;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Referrals that are to be judged again although nobody said anything new of their leads. */
public interface Reevaluations {

    /** The oldest; what another process has just done may be among them. */
    List<UUID> next(int most);

    /** Takes it off the list in the transaction of the caller, and says why it was on it; empty when somebody was faster. */
    Optional<String> take(UUID referralId);
}
