package io.askwell.attribution.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.askwell.attribution.domain.Claim;
import io.askwell.attribution.domain.Evidence;
import io.askwell.attribution.domain.Words;
import io.askwell.attribution.domain.note.Span;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param strength 0 to 1 */
record ClaimView(UUID claimId, ReferrerView referrer, BigDecimal strength, List<EvidenceView> evidence) {

    /**
     * @param ref {@code source/id} of the fact that shows it
     * @param span where the note of that fact says so; absent for what other fields say
     */
    record EvidenceView(
            String kind,
            String ref,
            Instant at,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            SpanView span) {

        static EvidenceView of(Evidence evidence) {
            return new EvidenceView(
                    Words.of(evidence.kind()), evidence.ref().text(), evidence.at(), SpanView.of(evidence.span()));
        }
    }

    /**
     * @param start of the first UTF-16 code unit
     * @param end of the first one behind it
     */
    record SpanView(int start, int end) {

        static @Nullable SpanView of(@Nullable Span span) {
            return span == null ? null : new SpanView(span.start(), span.end());
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
