package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.domain.rule.ConcernRule;
import io.askwell.readiness.domain.rule.Reason;
import io.askwell.readiness.domain.signal.SignalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The concerns of one kind that stand: one reason, however many they are.
 *
 * @param standing the longest standing first; at least one
 */
record ConcernsOfKind(ConcernRule rule, List<Concern> standing) {

    Reason reason() {
        return Reason.of(rule.kind().word(), evidence(), rule.endedBy(), endsAt());
    }

    /** The last to end decides, and one that must be closed does not end by itself. */
    private @Nullable Instant endsAt() {
        @Nullable Instant last = null;
        for (Concern concern : standing) {
            var until = concern.until();
            if (until == null) {
                return null;
            }
            last = last == null || until.isAfter(last) ? until : last;
        }
        return last;
    }

    private List<SignalId> evidence() {
        List<SignalId> evidence = new ArrayList<>();
        for (Concern concern : standing) {
            evidence.addAll(concern.evidence());
        }
        return evidence;
    }
}
