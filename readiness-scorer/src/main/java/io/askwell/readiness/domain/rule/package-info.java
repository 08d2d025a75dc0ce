/**
 * The rules of the score, the concerns, the moments and the reasons to wait. A rule looks at the set of signals and says what
 * holds during which span of time; it never asks what time it is, so that the passing of time is handled in one place.
 */
@NullMarked
package io.askwell.readiness.domain.rule;

import org.jspecify.annotations.NullMarked;
