/**
 * What the drafter knows of a customer before it knows of any ask: the latest assessment with its triggers, concerns and
 * profile facts, and the few signals that concern asking. Facts only; nothing here decides.
 */
@NullMarked
package io.askwell.ask.domain.customer;

import org.jspecify.annotations.NullMarked;
