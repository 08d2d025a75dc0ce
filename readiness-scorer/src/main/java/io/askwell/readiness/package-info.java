/**
 * The readiness-scorer: signals in, a customer's readiness out. The set of a customer's signals, the policy and the time decide
 * whether to ask, to wait or to hold, and why. Knows nothing of asks but what comes as a signal.
 */
@NullMarked
package io.askwell.readiness;

import org.jspecify.annotations.NullMarked;
