/**
 * The reward ledger. Facts in: every step of every referral, and what people decide about rewards. Decision: which
 * rewards a won referral earns, and in which state each of them is. Facts out: every step of every reward with the
 * transfers that the step booked. It never judges an attribution, and nothing else in Askwell touches money.
 */
@NullMarked
package io.askwell.reward;

import org.jspecify.annotations.NullMarked;
