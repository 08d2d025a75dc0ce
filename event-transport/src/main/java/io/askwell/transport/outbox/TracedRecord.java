package io.askwell.transport.outbox;

import io.askwell.transport.event.Traceparent;

/**
 * A record to be published, with the work that it comes of.
 *
 * @param trace the record carries a child of it
 */
public record TracedRecord(OutboxRecord record, Traceparent trace) {}
