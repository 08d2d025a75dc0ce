/**
 * Double entry. A transfer debits one account and credits another by one amount in one currency, and is never changed
 * or removed. A hold sets an amount aside (pending); it is resolved once, by a transfer that posts it or one that voids
 * it. What was posted is undone by a reversal, never by an edit.
 */
@NullMarked
package io.askwell.reward.domain.ledger;

import org.jspecify.annotations.NullMarked;
