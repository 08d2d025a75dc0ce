/**
 * How facts travel, the same in every service: a record is read, applied once and answered by other records, and each of these
 * steps survives a crash on either side of it. Nothing here knows what the records mean. This package only wires the parts:
 * the {@code inbox} remembers what was applied, the {@code outbox} holds what is to be said, {@code kafka} reads,
 * {@code event} names what every record carries, {@code http} is what the edges towards people share.
 */
@NullMarked
package io.askwell.transport;

import org.jspecify.annotations.NullMarked;
