package io.askwell.readiness;

import io.askwell.schemas.signals.SignalContract;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds signal records as the door would, from the contract's own words. */
public final class Signals {

    private Signals() {}

    public static SignalRecorded signal(
            String customerId,
            String id,
            String kind,
            Instant occurredAt,
            Map<String, ? extends @Nullable Object> attributes) {
        var signal = SignalRecorded.newBuilder()
                .setSource("test")
                .setId(id)
                .setCustomerId(customerId)
                .setKind(SignalKind.valueOf(kind))
                .setOccurredAt(occurredAt.truncatedTo(ChronoUnit.MICROS))
                .build();
        var violations = SignalContract.write(numbersAsDecimals(attributes), signal);
        if (!violations.isEmpty()) {
            throw new IllegalArgumentException(id + ": " + violations);
        }
        return signal;
    }

    private static Map<String, @Nullable Object> numbersAsDecimals(Map<String, ? extends @Nullable Object> attributes) {
        Map<String, @Nullable Object> json = new HashMap<>();
        attributes.forEach((name, value) ->
                json.put(name, value instanceof Number number ? new BigDecimal(number.toString()) : value));
        return json;
    }
}
