/**
 * Asks and what may be done with them. {@link io.askwell.ask.domain.Ask} has a type for each state, with the transitions
 * that the state allows. {@link io.askwell.ask.domain.Drafter} decides what comes of what is known of a customer at a
 * moment, {@link io.askwell.ask.domain.OwnerDecisions} what comes of a person's decision, and
 * {@link io.askwell.ask.domain.Releases} what comes of an approved ask behind the release fence. Why not to ask is a list
 * of {@link io.askwell.ask.domain.Objection objections}. {@link io.askwell.ask.domain.Dispatching} decides how a released
 * ask leaves at most once.
 */
@NullMarked
package io.askwell.ask.domain;

import org.jspecify.annotations.NullMarked;
