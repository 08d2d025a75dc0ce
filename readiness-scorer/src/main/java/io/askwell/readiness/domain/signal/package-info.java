/**
 * What is known of a customer: a set of signals. Signals come late, twice and in any order, so nothing here depends on the
 * order of arrival; what counts is worked out from the set.
 */
@NullMarked
package io.askwell.readiness.domain.signal;

import org.jspecify.annotations.NullMarked;
