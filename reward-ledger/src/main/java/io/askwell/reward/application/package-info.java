/**
 * What the ledger does, one class per verb, and the ports that it needs. Each verb takes the ledger's lock first, so
 * that attribution events, decisions, payouts and the passing of time come one after another; then it books the steps: state,
 * transfers and announcement in one transaction.
 */
@NullMarked
package io.askwell.reward.application;

import org.jspecify.annotations.NullMarked;
