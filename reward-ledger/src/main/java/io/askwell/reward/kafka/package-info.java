/**
 * The edge to the log: attribution events come in and are mapped to facts, steps are mapped to events and go out through the
 * outbox.
 */
@NullMarked
package io.askwell.reward.kafka;

import org.jspecify.annotations.NullMarked;
