package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says what a history amounts to. The same set of facts and rulings always amounts to the same referral. */
public final class Assessor {

    private final AttributionPolicy policy;

    public Assessor(AttributionPolicy policy) {
        this.policy = policy;
    }

    /**
     * Empty as long as nobody has submitted the lead.
     *
     * @param now when a question that is asked for the first time was opened
     */
    public Optional<Referral> assess(LeadHistory history, Instant now) {
        return history.isSubmitted() ? Optional.of(referral(history, now)) : Optional.empty();
    }

    private Referral referral(LeadHistory history, Instant now) {
        List<LeadFact> facts =
                history.facts().stream().sorted(LeadFact.IN_ORDER).toList();
        List<Submission> submissions = only(Submission.class, facts).toList();
        List<StageReport> reports = only(StageReport.class, facts).toList();
        Submission first = submissions.getFirst();

        var identities = new ReferrerIdentities(submissions, history.links(), history.customers());
        var listed = new Listed(facts, identities, history.circumstances().entries());
        List<Claim> claims = new Claims(history, identities, listed, policy).from(facts);
        Ruling ruling = latest(history.rulings(), identities);
        Progress progress = Progress.of(reports);
        var attributionCase =
                new AttributionCase(claims, ruling, facts.getFirst().occurredAt(), policy);
        var flagCase = new FlagCase(history, submissions, reports, claims, progress, listed, identities, policy);
        Attribution attribution = AttributionRule.follow(attributionCase);
        IntroductionBasis basis = basis(first, history.rulings());
        List<Flagged> flagged = FlagRule.raiseAll(flagCase);
        var questions = new Questions(history, attributionCase, flagCase, flagged);
        return new Referral(
                history.referralId(),
                history.lead(),
                progress,
                reports.stream()
                        .map(StageReport::owner)
                        .filter(Objects::nonNull)
                        .reduce(null, (_, later) -> later),
                noted(attribution, history, ambiguousNotes(submissions, history, identities)),
                claims,
                flagged,
                first.sourcePath(),
                basis,
                submissions.stream()
                        .map(Submission::askId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                correlationId(submissions),
                openReviews(history, questions.open(attribution, basis), now),
                policy);
    }

    /** The latest ruling, covering all that was seen by any, with its referrers under the identities known now. */
    private static @Nullable Ruling latest(List<Ruling> rulings, ReferrerIdentities identities) {
        Set<Referrer> seen = rulings.stream()
                .flatMap(ruling -> ruling.seen().stream())
                .map(identities::resolve)
                .collect(Collectors.toSet());
        Set<Referrer> seenAsLead = rulings.stream()
                .flatMap(ruling -> ruling.answeredAsLead().stream())
                .map(identities::resolve)
                .collect(Collectors.toSet());
        return rulings.stream()
                .max(Ruling.IN_ORDER)
                .map(ruling -> new Ruling(
                        ruling.reviewId(),
                        ruling.kind(),
                        ruling.credited() == null ? null : identities.resolve(ruling.credited()),
                        seen,
                        seenAsLead,
                        ruling.by(),
                        ruling.reason(),
                        ruling.at()))
                .orElse(null);
    }

    /** Crediting a referrer where the basis was in question says that this referrer made the introduction. */
    private static IntroductionBasis basis(Submission first, List<Ruling> rulings) {
        boolean introductionConfirmed = rulings.stream()
                .anyMatch(ruling -> ruling.kind() == ReviewKind.UNKNOWN_BASIS && ruling.credited() != null);
        return first.introductionBasis() == IntroductionBasis.UNKNOWN && introductionConfirmed
                ? IntroductionBasis.ADVOCATE_INTRODUCED
                : first.introductionBasis();
    }

    private static List<FactId> ambiguousNotes(
            List<Submission> submissions, LeadHistory history, ReferrerIdentities identities) {
        return submissions.stream()
                .filter(submission -> !submission.namesReferrer()
                        && NamedInNote.in(submission, history.customers(), identities) instanceof NamedInNote.Ambiguous)
                .map(Submission::id)
                .toList();
    }

    private static Attribution noted(Attribution attribution, LeadHistory history, List<FactId> ambiguousNotes) {
        Attribution noted = attribution;
        for (FactId submission : ambiguousNotes) {
            noted = noted.noting("The note of %s may name several referrers, so nobody is claimed by it."
                    .formatted(submission.text()));
        }
        if (!history.bridgedTo().isEmpty()) {
            String others =
                    history.bridgedTo().stream().sorted().map(UUID::toString).collect(Collectors.joining(", "));
            noted = noted.noting(
                    "A fact of this referral also names referral %s; the two were kept apart.".formatted(others));
        }
        Appeal appeal = history.circumstances().latestAppeal().orElse(null);
        return appeal == null ? noted : noted.noting("%s appealed: %s".formatted(appeal.by(), appeal.reason()));
    }

    private static String correlationId(List<Submission> submissions) {
        Submission first = submissions.getFirst();
        return submissions.stream()
                .map(Submission::askId)
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> Optional.ofNullable(first.correlationId()))
                .orElseGet(() -> first.id().text());
    }

    private static List<Review> openReviews(LeadHistory history, Set<ReviewKind> questions, Instant now) {
        List<Review> open = new ArrayList<>();
        for (ReviewKind kind : questions) {
            Review asked = notYetRuledOn(history, kind, now);
            open.add(history.openReviews().stream()
                    .filter(known -> known.reviewId().equals(asked.reviewId()))
                    .findFirst()
                    .orElse(asked));
        }
        history.relations().suspicions().stream().map(Review::of).forEach(open::add);
        open.sort(Comparator.comparing(Review::kind).thenComparing(Review::reviewId));
        return List.copyOf(open);
    }

    /** Rulings of a referral that was merged, and told apart again, leave gaps in the count. */
    private static Review notYetRuledOn(LeadHistory history, ReviewKind kind, Instant now) {
        Set<UUID> ruled = history.rulings().stream().map(Ruling::reviewId).collect(Collectors.toSet());
        long rulingsBefore = history.rulings().stream()
                .filter(ruling -> ruling.kind() == kind)
                .count();
        Review asked = Review.open(history.referralId(), kind, rulingsBefore, now);
        while (ruled.contains(asked.reviewId())) {
            asked = Review.open(history.referralId(), kind, ++rulingsBefore, now);
        }
        return asked;
    }

    private static <T extends LeadFact> Stream<T> only(Class<T> type, List<LeadFact> facts) {
        return facts.stream().filter(type::isInstance).map(type::cast);
    }
}
