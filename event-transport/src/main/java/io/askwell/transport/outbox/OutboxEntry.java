package io.askwell.transport.outbox;

import java.util.Map;

/** A record as it goes into the outbox. */
record OutboxEntry(int partition, OutboxRecord record, Map<String, String> headers) {}
