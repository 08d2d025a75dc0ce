/** What the scorer does: it counts a signal, looks again when time has passed, and answers who asks. */
@NullMarked
package io.askwell.readiness.application;

import org.jspecify.annotations.NullMarked;
