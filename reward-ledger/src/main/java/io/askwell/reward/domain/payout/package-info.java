/**
 * Who is paid what, together. A {@link io.askwell.reward.domain.payout.PayoutPlan} says which payable rewards go into a
 * batch and why the others do not, a {@link io.askwell.reward.domain.payout.PayoutItem} takes in what the provider says
 * became of it, and a {@link io.askwell.reward.domain.payout.Reconciliation} holds the batch against the provider's file.
 */
@NullMarked
package io.askwell.reward.domain.payout;

import org.jspecify.annotations.NullMarked;
