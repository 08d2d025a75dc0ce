package io.askwell.attribution.application;

import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Merge;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Suspicion;
import io.askwell.attribution.domain.matching.MatchScore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes one record of several, or asks a person whether it may. */
final class JoinRecords {

    private JoinRecords() {}

    /**
     * The oldest survives.
     *
     * @param records under lock, as they stand now
     * @return the survivor
     */
    static LeadHistory join(List<LeadHistory> records, Merge.Reason reason, Unfolding unfolding) {
        List<LeadHistory> byAge =
                records.stream().sorted(LeadHistory.OLDEST_FIRST).toList();
        LeadHistory survivor = byAge.getFirst();
        for (LeadHistory other : byAge.subList(1, byAge.size())) {
            unfolding.merged(
                    other,
                    new Merge(other.referralId(), survivor.referralId(), reason, unfolding.cause(), unfolding.now()));
            survivor = survivor.joinedWith(other);
        }
        unfolding.stands(survivor);
        return survivor;
    }

    /**
     * The younger of the two asks. A question that is open is kept as it is, but with the newest likeness.
     *
     * @return the first of the two as it stands then
     */
    static LeadHistory ask(
            ReviewKind kind, LeadHistory one, LeadHistory other, @Nullable MatchScore likeness, Unfolding unfolding) {
        boolean oneAsks = other.suspicionOf(one).isEmpty()
                && (one.suspicionOf(other).isPresent() || LeadHistory.OLDEST_FIRST.compare(one, other) > 0);
        LeadHistory asking = oneAsks ? one : other;
        Suspicion suspicion = suspicion(kind, asking, oneAsks ? other : one, likeness, unfolding);
        unfolding.suspected(suspicion);
        LeadHistory asked = asking.with(suspicion);
        unfolding.stands(asked);
        return oneAsks ? asked : one;
    }

    private static Suspicion suspicion(
            ReviewKind kind,
            LeadHistory asking,
            LeadHistory other,
            @Nullable MatchScore likeness,
            Unfolding unfolding) {
        Suspicion known = asking.suspicionOf(other).orElse(null);
        if (known == null) {
            return Suspicion.of(
                    kind, asking.referralId(), other.referralId(), likeness, unfolding.cause(), unfolding.now());
        }
        return likeness == null || known.kind() != kind ? known : known.weighedAgain(likeness);
    }
}
