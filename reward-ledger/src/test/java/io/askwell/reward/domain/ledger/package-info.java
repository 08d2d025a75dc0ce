@NullMarked
package io.askwell.reward.domain.ledger;

import org.jspecify.annotations.NullMarked;
