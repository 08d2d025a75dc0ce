package io.askwell.attribution.domain;

import io.askwell.attribution.domain.note.Mention;
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
 * @param mentions whom the note mentions as referrers; the note itself is not kept
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
        @Nullable String correlationId,
        List<Mention> mentions)
        implements LeadFact {

    /** Without a note. */
    public Submission(
            FactId id,
            Instant occurredAt,
            LeadIdentity identity,
            Lead lead,
            List<Referrer> referrers,
            boolean selfReferral,
            SourcePath sourcePath,
            IntroductionBasis introductionBasis,
            @Nullable String askId,
            @Nullable String correlationId) {
        this(
                id,
                occurredAt,
                identity,
                lead,
                referrers,
                selfReferral,
                sourcePath,
                introductionBasis,
                askId,
                correlationId,
                List.of());
    }

    public Submission {
        referrers = referrers.stream().sorted().distinct().toList();
        mentions = List.copyOf(mentions);
    }

    /** By other fields than the note. */
    public boolean namesReferrer() {
        return !referrers.isEmpty();
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
