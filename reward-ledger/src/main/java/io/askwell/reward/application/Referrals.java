package io.askwell.reward.application;

import io.askwell.reward.domain.Referral;
import java.time.Instant;
import java.util.Optional;

/** The newest facts of every referral. */
public interface Referrals {

    /**
     * @param asOf when the facts were recorded
     * @return false when newer facts are known; then nothing is kept
     */
    boolean keep(Referral referral, Instant asOf);

    Optional<Referral> find(String referralId);
}
