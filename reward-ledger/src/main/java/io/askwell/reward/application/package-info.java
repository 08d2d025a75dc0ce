/**
 * What the ledger does, one class per verb, and the ports that it needs. Each verb takes the lock of one referral first,
 * so that an attribution event, a decision and the passing of time meet one after another; then it books the steps: state,
 * transfers and announcement in one transaction.
 */
@NullMarked
package io.askwell.reward.application;

import org.jspecify.annotations.NullMarked;
