package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Award;
import java.util.Optional;

/** Says what one side of a won referral is worth. Judges nothing but what it is given. */
interface RewardRule {

    /** Name and version, for example {@code two-sided-credit-v1}; part of every reward's identity. */
    String name();

    /** Empty where this rule has nothing to say. */
    Optional<Award> award(WonReferral won);
}
