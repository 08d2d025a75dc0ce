/**
 * One class for each thing that the drafter does, and the small ports that it needs for it. Every change of a customer is
 * made under the customer's lock, in one transaction with what is remembered of it and what is said about it.
 */
@NullMarked
package io.askwell.ask.application;

import org.jspecify.annotations.NullMarked;
