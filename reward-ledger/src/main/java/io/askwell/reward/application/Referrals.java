package io.askwell.reward.application;

import io.askwell.reward.domain.Referral;
import java.time.Instant;
import java.util.Optional;

/** The newest facts of every referral. A row of it is the lock of all rewards of that referral. */
public interface Referrals {

    /**
     * Keeps the facts and holds the referral's lock until the transaction ends.
     *
     * @param asOf when the facts were recorded
     * @return false when newer facts are known; then nothing is kept
     */
    boolean keep(Referral referral, Instant asOf);

    /** Waits for whoever works on the referral, then holds its lock until the transaction ends. */
    Optional<Referral> lock(String referralId);
}
