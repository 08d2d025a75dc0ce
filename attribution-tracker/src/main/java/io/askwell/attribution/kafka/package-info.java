/** Lead records in, steps of referrals and open reviews out, and the mapping between both and the domain. */
@NullMarked
package io.askwell.attribution.kafka;

import org.jspecify.annotations.NullMarked;
