package io.askwell.attribution.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that flags are decided from.
 *
 * @param submissions in the order in which they happened
 * @param reports in the order in which they happened
 * @param claims the strongest first
 */
record FlagCase(
        LeadHistory history,
        List<Submission> submissions,
        List<StageReport> reports,
        List<Claim> claims,
        Progress progress,
        Listed listed,
        ReferrerIdentities identities,
        AttributionPolicy policy) {

    /** The claim that was made first. */
    Optional<Claim> firstClaim() {
        return claims.stream().min(Comparator.comparing(Claim::madeAt).thenComparing(Claim::referrer));
    }

    /** What the CRM had reported to have happened before the first claim was made; empty without a claim. */
    List<StageReport> reportedBeforeFirstClaim() {
        return firstClaim()
                .map(first -> reports.stream()
                        .filter(report -> report.occurredAt().isBefore(first.madeAt()))
                        .toList())
                .orElse(List.of());
    }

    /** How far the lead had come when the first claim was made. */
    Progress progressBeforeFirstClaim() {
        return Progress.of(reportedBeforeFirstClaim());
    }

    /** Submissions that name a referrer whom no list allows, of a lead that no list allows. */
    Stream<Submission> namingUnlisted() {
        return submissions.stream()
                .filter(Submission::namesReferrer)
                .filter(submission -> !listed.isAllowed(
                        identities.resolve(submission.referrers().getFirst())));
    }
}
