package io.askwell.attribution.domain;

import io.askwell.attribution.domain.note.Mention;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person was referred.
 *
 * @param referrers every identity under which the one referrer is named, the most telling first; empty when nobody is named
 * @param selfReferral whether the submission itself shows that referrer and lead are the same person
 * @param askId the ask that led to it
 * @param correlationId what the record said it belongs to
 * @param mentions whom the note mentions as referrers; the note itself is not kept
 * @param emailDomain registrable domain of the lead's address
 * @param referrerDomain registrable domain of the referrer's address
 * @param receivedAt when we were told, by the record that told it; null for what was told before this was kept
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
        List<Mention> mentions,
        @Nullable String emailDomain,
        @Nullable String referrerDomain,
        @Nullable Instant receivedAt)
        implements LeadFact {

    /** One without a note, of which nothing is known but what was said of lead and referrer. */
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
                List.of(),
                null,
                null,
                null);
    }

    public Submission {
        referrers = referrers.stream().sorted().distinct().toList();
        mentions = List.copyOf(mentions);
    }

    @Override
    public Set<Subject> leadSubjects() {
        return Stream.concat(
                        LeadFact.super.leadSubjects().stream(),
                        Stream.ofNullable(emailDomain).map(Subject::domain))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Stream<Subject> subjects() {
        return Stream.concat(leadSubjects().stream(), referrerSubjects().stream())
                .distinct();
    }

    /** By what its referrer may be on a list. */
    public Set<Subject> referrerSubjects() {
        return Stream.concat(
                        referrers.stream().map(Subject::of),
                        Stream.ofNullable(referrerDomain).map(Subject::domain))
                .collect(Collectors.toUnmodifiableSet());
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
