package io.askwell.reward.application;

import io.askwell.reward.domain.Referral;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The newest facts of every referral. */
public interface Referrals {

    /**
     * @param asOf when the facts were recorded
     * @return false when newer facts are known; then nothing is kept
     */
    boolean keep(Referral referral, Instant asOf);

    Optional<Referral> find(String referralId);

    /**
     * Those that are won, in the order of their wins.
     *
     * @param after the last one seen; null for the start
     */
    List<Referral> won(@Nullable Referral after, int limit);

    /** Those of the ids that are known, in no order. */
    List<Referral> all(Collection<String> referralIds);
}
