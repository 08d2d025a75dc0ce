package io.askwell.transport;

/**
 * @param service the name under which the service locks and publishes
 * @param outboxPartitions how many relays publish side by side; the same in all processes of the service, and changed only
 *     while the outbox is empty, since a key's rows may not be spread over two of them
 */
public record TransportSettings(String service, int outboxPartitions) {}
