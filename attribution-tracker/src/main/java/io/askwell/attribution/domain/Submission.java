package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person was referred.
 *
 * @param referrers every identity under which the one referrer is named, the most telling first; empty when nobody is named
 * @param selfReferral whether the submission itself shows that referrer and lead are the same person
 * @param askId the ask that led to it
 * @param correlationId what the record said it belongs to
 */
public record Submission(
        FactId id,
        Instant occurredAt,
        LeadIdentity identity,
        Lead lead,
        List<Referrer> referrers,
        boolean selfReferral,
        SourcePath sourcePath,
        IntroductionBasis introductionBasis,
        @Nullable String askId,
        @Nullable String correlationId)
        implements LeadFact {

    public Submission {
        referrers = referrers.stream().sorted().distinct().toList();
    }

    /** Every referral link that is named, as the referrer or as the path. */
    public List<String> linkCodes() {
        return referrers.stream()
                .filter(referrer -> referrer.kind() == ReferrerKind.LINK)
                .map(Referrer::id)
                .toList();
    }

    /** The click that the form gave back. */
    public Optional<String> clickId() {
        return Optional.ofNullable(sourcePath.clickId());
    }
}
