package io.askwell.ask.domain.draft;

import io.askwell.ask.domain.customer.AskingSignal.LimitsSet;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened about asking a customer before.
 *
 * @param asked earliest first
 * @param refused by the customer or their owner, earliest first
 * @param mostPerQuarter the wish that counts for it; null when the customer wished nothing, as for {@code notBefore}
 */
public record AskingHistory(
        List<Moment> asked,
        List<Moment> refused,
        @Nullable LimitsSet mostPerQuarter,
        @Nullable LimitsSet notBefore) {

    public AskingHistory {
        asked = List.copyOf(asked);
        refused = List.copyOf(refused);
    }

    /** @param evidence a signal as {@code source/id}, or an ask as {@code askwell/id} */
    public record Moment(Instant at, String evidence) {}
}
