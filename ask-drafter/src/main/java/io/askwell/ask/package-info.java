/**
 * The ask drafter. In come assessments of customers and the few signals about asking; an opportunity becomes at most one
 * open ask at a time, drafted, and waits for its owner; an approved ask leaves behind the release fence, or is recalled.
 * Out goes every step of every ask, and the queue of those that wait.
 */
@NullMarked
package io.askwell.ask;

import org.jspecify.annotations.NullMarked;
