package io.askwell.readiness.domain.rule;

import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a customer is not asked now, and what would change that.
 *
 * @param code one of the contract's words
 * @param endedBy the kinds of signal that can end it; empty when only time can
 * @param endsAt when it ends by itself; null when it does not
 * @param missingPoints how many points would end it; 0 for reasons that are no matter of points
 */
public record Reason(
        String code,
        List<SignalId> evidence,
        List<Class<? extends Fact>> endedBy,
        @Nullable Instant endsAt,
        int missingPoints) {

    public static Reason of(
            String code, List<SignalId> evidence, List<Class<? extends Fact>> endedBy, @Nullable Instant endsAt) {
        return new Reason(code, evidence, endedBy, endsAt, 0);
    }
}
