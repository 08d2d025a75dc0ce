package io.askwell.ask.http;

import io.askwell.ask.domain.DeliverySettlement.Finding;
import io.askwell.ask.domain.Person;
import io.askwell.transport.http.Refusal;
import io.askwell.transport.http.Refusal.Violation;
import java.util.ArrayList;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a person found out about an unknown delivery: {@code outcome} is delivered or failed. */
public record SettlementRequest(
        @Nullable String outcome, @Nullable String reason) {

    private static final String DELIVERED = "delivered";
    private static final String FAILED = "failed";
    private static final int MOST_CHARACTERS = 10_000;

    Finding finding(Person person) {
        var violations = new ArrayList<Violation>();
        if (!DELIVERED.equals(outcome) && !FAILED.equals(outcome)) {
            violations.add(new Violation("/outcome", "must be one of delivered, failed"));
        }
        if (reason == null || reason.isBlank()) {
            violations.add(new Violation("/reason", "is required: how you found out"));
        } else if (reason.length() > MOST_CHARACTERS) {
            violations.add(new Violation("/reason", "must have at most %,d characters".formatted(MOST_CHARACTERS)));
        }
        if (!violations.isEmpty()) {
            throw Refusal.unprocessable(violations);
        }
        return new Finding(person, DELIVERED.equals(outcome), Objects.requireNonNull(reason));
    }
}
