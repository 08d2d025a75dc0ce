/**
 * The edge to Kafka: one topology that reads signals as bytes, keeps customers in a local store and writes assessments and dead
 * letters, all in the transaction that also commits how far it has read.
 */
@NullMarked
package io.askwell.readiness.kafka;

import org.jspecify.annotations.NullMarked;
