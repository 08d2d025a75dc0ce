package io.askwell.attribution.http;

import io.askwell.attribution.domain.Claim;
import io.askwell.attribution.domain.Evidence;
import io.askwell.attribution.domain.Words;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** @param strength 0 to 1 */
record ClaimView(UUID claimId, ReferrerView referrer, BigDecimal strength, List<EvidenceView> evidence) {

    /** @param ref {@code source/id} of the fact that shows it */
    record EvidenceView(String kind, String ref, Instant at) {

        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(Words.of(evidence.kind()), evidence.ref().text(), evidence.at());
        }
    }

    static ClaimView of(Claim claim) {
        return new ClaimView(
                claim.claimId(),
                ReferrerView.of(claim.referrer()),
                claim.strength(),
                claim.evidence().stream().map(EvidenceView::of).toList());
    }
}
