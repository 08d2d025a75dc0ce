/**
 * How a released ask leaves: by a carrier of this site, at most once, or by its owner. {@link
 * io.askwell.ask.domain.delivery.Delivery} is what became of it, {@link io.askwell.ask.domain.delivery.Dispatch} what is
 * still to be done, and {@link io.askwell.ask.domain.delivery.Handover} how one attempt ended.
 */
@NullMarked
package io.askwell.ask.domain.delivery;

import org.jspecify.annotations.NullMarked;
