@NullMarked
package io.askwell.reward.domain.payout;

import org.jspecify.annotations.NullMarked;
