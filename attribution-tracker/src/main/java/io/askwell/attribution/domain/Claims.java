package io.askwell.attribution.domain;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The claims that a lead's facts support, the strongest first. */
final class Claims {

    private static final Comparator<Claim> STRONGEST_FIRST =
            Comparator.comparing(Claim::strength).reversed().thenComparing(Claim::referrer);

    private final UUID referralId;
    private final ReferrerIdentities identities;
    private final AttributionPolicy policy;

    Claims(UUID referralId, ReferrerIdentities identities, AttributionPolicy policy) {
        this.referralId = referralId;
        this.identities = identities;
        this.policy = policy;
    }

    /** @param facts in the order in which they happened */
    List<Claim> from(List<LeadFact> facts) {
        Map<Referrer, List<Submission>> naming = submissions(facts)
                .filter(Submission::namesReferrer)
                .collect(Collectors.groupingBy(
                        submission -> identities.resolve(submission.referrers().getFirst()),
                        TreeMap::new,
                        Collectors.toList()));
        // What names nobody can only support a referrer who has no rival.
        List<Evidence> unnamed = naming.size() == 1 ? unnamedEvidence(facts) : List.of();
        return naming.entrySet().stream()
                .map(named -> claim(named.getKey(), named.getValue(), unnamed))
                .sorted(STRONGEST_FIRST)
                .toList();
    }

    private Claim claim(Referrer referrer, List<Submission> naming, List<Evidence> unnamed) {
        List<Evidence> evidence = Stream.concat(
                        naming.stream()
                                .map(submission -> evidence(
                                        EvidenceKind.of(submission.sourcePath().channel()), submission)),
                        unnamed.stream())
                .sorted(Comparator.comparing(Evidence::at)
                        .thenComparing(Evidence::ref)
                        .thenComparing(Evidence::kind))
                .toList();
        return new Claim(
                Claim.id(referralId, referrer),
                referrer,
                strength(evidence),
                evidence,
                naming.getFirst().occurredAt(),
                naming.size(),
                naming.stream().anyMatch(Submission::selfReferral));
    }

    private List<Evidence> unnamedEvidence(List<LeadFact> facts) {
        Stream<Evidence> campaigns = submissions(facts)
                .filter(submission -> submission.sourcePath().namesCampaign())
                .map(submission -> evidence(EvidenceKind.UTM, submission));
        Stream<Evidence> crmSources = facts.stream()
                .flatMap(fact -> fact instanceof StageReport report ? Stream.of(report) : Stream.empty())
                .filter(report -> report.crmSource() != null)
                .map(report -> evidence(EvidenceKind.CRM_SOURCE, report));
        return Stream.concat(campaigns, crmSources).toList();
    }

    private Evidence evidence(EvidenceKind kind, LeadFact fact) {
        return new Evidence(kind, fact.id(), fact.occurredAt(), policy.weight(kind));
    }

    /** 1 − Π(1 − w) over the kinds of evidence: saying the same twice does not make it more certain. */
    private static BigDecimal strength(Collection<Evidence> evidence) {
        Map<EvidenceKind, BigDecimal> highest = new EnumMap<>(EvidenceKind.class);
        evidence.forEach(piece -> highest.merge(piece.kind(), piece.weight(), BigDecimal::max));
        BigDecimal doubt =
                highest.values().stream().map(BigDecimal.ONE::subtract).reduce(BigDecimal.ONE, BigDecimal::multiply);
        return BigDecimal.ONE.subtract(doubt).stripTrailingZeros();
    }

    private static Stream<Submission> submissions(List<LeadFact> facts) {
        return facts.stream()
                .flatMap(fact -> fact instanceof Submission submission ? Stream.of(submission) : Stream.empty());
    }
}
