package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.Referral;
import java.util.List;

/** Says what a won referral is worth, to whom. Judges nothing but what it is given. */
public interface RewardRule {

    /** Name and version, for example {@code two-sided-credit-v1}; part of every reward's identity. */
    String name();

    List<Award> awards(Referral referral, Referral.Win win, Program program);
}
