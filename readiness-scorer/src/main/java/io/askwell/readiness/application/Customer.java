package io.askwell.readiness.application;

import io.askwell.readiness.domain.signal.CustomerSignals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a customer.
 *
 * @param coveredThrough the last signal of the customer that was read
 * @param published fingerprint of the assessment that was published last
 * @param dueAt when time alone may next change the assessment; null when never
 */
public record Customer(
        CustomerSignals signals,
        LogPosition coveredThrough,
        String published,
        @Nullable Instant dueAt) {}
