/**
 * What a reward is and how it moves. A {@link io.askwell.reward.domain.Referral} is what the ledger has been told, an
 * {@link io.askwell.reward.domain.Award} is what a rule says about it, a {@link io.askwell.reward.domain.Reward} is
 * the record that people decide on. Everything here is a value or a pure function; time is a parameter.
 */
@NullMarked
package io.askwell.reward.domain;

import org.jspecify.annotations.NullMarked;
