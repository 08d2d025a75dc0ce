/**
 * Reading: every record is applied in one database transaction with the reader's position, state and outbox. What can never be
 * applied goes to the dead-letter topic with its reason; what cannot be applied now is tried again until it can.
 */
@NullMarked
package io.askwell.transport.kafka;

import org.jspecify.annotations.NullMarked;
