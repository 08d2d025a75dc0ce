package io.askwell.attribution.domain;

import io.askwell.attribution.domain.note.Span;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The claims that a lead's facts support, the strongest first. */
final class Claims {

    private static final Comparator<Claim> STRONGEST_FIRST =
            Comparator.comparing(Claim::strength).reversed().thenComparing(Claim::referrer);

    /** Clocks of two systems are known to differ by this much; a form cannot give back a click that was not yet made. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final UUID referralId;
    private final KnownCustomers customers;
    private final LeadAsReferrer leadAsReferrer;
    private final ReferrerIdentities identities;
    private final Links links;
    private final Listed listed;
    private final AttributionPolicy policy;

    Claims(LeadHistory history, ReferrerIdentities identities, Listed listed, AttributionPolicy policy) {
        this.referralId = history.referralId();
        this.customers = history.customers();
        this.leadAsReferrer = new LeadAsReferrer(history);
        this.links = history.links();
        this.identities = identities;
        this.listed = listed;
        this.policy = policy;
    }

    /**
     * A submission, by one of the identities under which it names a referrer.
     *
     * @param domains of the addresses that it gives for this identity
     * @param byOwnLink whether the identity is a link of which the owner is known
     */
    private record Naming(
            Referrer referrer,
            Submission submission,
            List<Evidence> evidence,
            Set<String> domains,
            boolean byOwnLink) {}

    /** @param facts in the order in which they happened */
    List<Claim> from(List<LeadFact> facts) {
        Map<Referrer, List<Naming>> naming = submissions(facts)
                .flatMap(this::namings)
                .collect(Collectors.groupingBy(Naming::referrer, TreeMap::new, Collectors.toList()));
        // What names nobody can only support a referrer who has no rival.
        List<Evidence> unnamed = naming.size() == 1 ? unnamedEvidence(facts) : List.of();
        return naming.entrySet().stream()
                .map(named -> claim(named.getKey(), named.getValue(), unnamed))
                .sorted(STRONGEST_FIRST)
                .toList();
    }

    /** Whom other fields name is meant; a note that names somebody else then says nothing. */
    private Stream<Naming> namings(Submission submission) {
        NamedInNote inNote = NamedInNote.in(submission, customers, identities);
        if (submission.namesReferrer()) {
            return identities.countedIn(submission).stream().map(identity -> byFields(identity, submission, inNote));
        }
        return inNote instanceof NamedInNote.Somebody named
                ? Stream.of(new Naming(
                        named.referrer(),
                        submission,
                        List.of(evidenceOfNote(submission, named.at())),
                        Stream.ofNullable(named.domain()).collect(Collectors.toSet()),
                        false))
                : Stream.empty();
    }

    private Naming byFields(Referrer identity, Submission submission, NamedInNote inNote) {
        Referrer referrer = identities.resolve(identity);
        List<Evidence> evidence = evidence(identity, submission);
        boolean byOwnLink = identities.isOwned(identity);
        // An address beside a link is that of whoever filled in the form, and says nothing of the owner of the link.
        Stream<String> domains = byOwnLink ? Stream.empty() : Stream.ofNullable(submission.referrerDomain());
        if (inNote instanceof NamedInNote.Somebody named && named.referrer().equals(referrer)) {
            evidence = Lists.plus(evidence, evidenceOfNote(submission, named.at()));
            domains = Stream.concat(domains, Stream.ofNullable(named.domain()));
        }
        return new Naming(referrer, submission, evidence, domains.collect(Collectors.toSet()), byOwnLink);
    }

    private Evidence evidenceOfNote(Submission submission, Span at) {
        return evidence(EvidenceKind.ofNote(submission.sourcePath().channel()), submission, at);
    }

    /** A form that was filled in after a click is evidence of the link instead of a name on the form: both are one form. */
    private List<Evidence> evidence(Referrer identity, Submission submission) {
        Evidence named = evidence(EvidenceKind.of(submission.sourcePath().channel()), submission);
        return click(identity, submission)
                .map(click -> new Evidence(
                        EvidenceKind.LINK, click.id(), click.occurredAt(), policy.weight(EvidenceKind.LINK), null))
                .map(clicked -> named.kind() == EvidenceKind.FORM ? List.of(clicked) : List.of(named, clicked))
                .orElse(List.of(named));
    }

    /** The click that the form gives back, if it was on this link and not too long ago. */
    private Optional<LinkClick> click(Referrer identity, Submission submission) {
        return submission
                .clickId()
                .filter(_ -> identity.kind() == ReferrerKind.LINK)
                .flatMap(clickId -> links.click(identity.id(), clickId))
                .filter(click ->
                        !submission.occurredAt().isAfter(click.occurredAt().plus(policy.clickWindow()))
                                && !click.occurredAt()
                                        .isAfter(submission.occurredAt().plus(CLOCKS_DIFFER)));
    }

    private Claim claim(Referrer referrer, List<Naming> naming, List<Evidence> unnamed) {
        List<Evidence> evidence = Stream.concat(
                        naming.stream().flatMap(one -> one.evidence().stream()), unnamed.stream())
                .distinct()
                .sorted(Comparator.comparing(Evidence::at)
                        .thenComparing(Evidence::ref)
                        .thenComparing(Evidence::kind))
                .toList();
        List<Submission> submissions =
                naming.stream().map(Naming::submission).distinct().toList();
        return new Claim(
                Claim.id(referralId, referrer),
                referrer,
                strength(evidence),
                evidence,
                submissions.getFirst().occurredAt(),
                submissions.size(),
                naming.stream().flatMap(one -> one.domains().stream()).collect(Collectors.toSet()),
                flags(referrer, naming));
    }

    private Set<Flag> flags(Referrer referrer, List<Naming> naming) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (leadAsReferrer.shownBy(referrer, givenByHand(naming)).isPresent()) {
            flags.add(Flag.SELF_REFERRAL);
        }
        if (listed.isBlocked(referrer)) {
            flags.add(Flag.BLOCKED);
        }
        return flags;
    }

    private static List<Submission> givenByHand(List<Naming> naming) {
        return naming.stream()
                .filter(one -> !one.byOwnLink())
                .map(Naming::submission)
                .distinct()
                .toList();
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
        return evidence(kind, fact, null);
    }

    private Evidence evidence(EvidenceKind kind, LeadFact fact, @Nullable Span span) {
        return new Evidence(kind, fact.id(), fact.occurredAt(), policy.weight(kind), span);
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
