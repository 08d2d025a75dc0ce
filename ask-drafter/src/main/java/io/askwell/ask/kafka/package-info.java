/**
 * The drafter at the log: it reads assessments and the few signals about asking, tells every step of every ask, and asks
 * the broker how far the logs go before an approved ask may leave. Maps between Avro and the domain; decides nothing.
 */
@NullMarked
package io.askwell.ask.kafka;

import org.jspecify.annotations.NullMarked;
