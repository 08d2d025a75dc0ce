package io.askwell.signal.http;

import io.askwell.signal.domain.SignalReport;
import java.util.Map;
import java.util.Objects;

/** The JSON form of a reported signal. */
final class SignalJson {

    private SignalJson() {}

    static SignalReport signal(JsonFields fields) {
        return new SignalReport(
                fields.text("source"),
                fields.text("id"),
                fields.text("customerId"),
                fields.text("kind"),
                fields.moment("occurredAt"),
                Objects.requireNonNullElse(fields.object("attributes", JsonFields::scalars), Map.of()));
    }
}
