package io.askwell.signal.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a customer.
 *
 * @param attributes by name, in the order of the report; values are String, BigDecimal or Boolean
 */
public record SignalReport(
        @Nullable String source,
        @Nullable String id,
        @Nullable String customerId,
        @Nullable String kind,
        @Nullable Instant occurredAt,
        Map<String, Object> attributes)
        implements Report {

    public SignalReport {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
