package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        List<Claim> claims = new Claims(history, identities, policy).from(facts);
        List<Flagged> raised = FlagRule.raiseAll(new FlagCase(history, submissions, claims));
        Ruling ruling = latest(history.rulings(), identities);
        Attribution attribution = AttributionRule.follow(
                new AttributionCase(claims, ruling, facts.getFirst().occurredAt(), policy));
        Progress progress = Progress.of(reports);
        IntroductionBasis basis = basis(first, history.rulings());
        return new Referral(
                history.referralId(),
                history.lead(),
                progress,
                reports.stream()
                        .map(StageReport::owner)
                        .filter(Objects::nonNull)
                        .reduce(null, (_, later) -> later),
                noted(
                        noted(attribution, history.bridgedTo()),
                        raised,
                        ambiguousNotes(submissions, history, identities)),
                claims,
                flags(claims, progress, history, raised),
                first.sourcePath(),
                basis,
                submissions.stream()
                        .map(Submission::askId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                correlationId(submissions),
                openReviews(history, questions(attribution, claims, ruling, basis, raised, history), now),
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

    private static Attribution noted(Attribution attribution, Set<UUID> bridgedTo) {
        if (bridgedTo.isEmpty()) {
            return attribution;
        }
        String others = bridgedTo.stream().sorted().map(UUID::toString).collect(Collectors.joining(", "));
        return attribution.noting(
                "A fact of this referral also names referral %s; the two were kept apart.".formatted(others));
    }

    private static Attribution noted(Attribution attribution, List<Flagged> raised, List<FactId> ambiguousNotes) {
        Attribution noted = attribution;
        for (Flagged flagged : raised) {
            noted = noted.noting(flagged.because());
        }
        for (FactId submission : ambiguousNotes) {
            noted = noted.noting("The note of %s may name several referrers, so nobody is claimed by it."
                    .formatted(submission.text()));
        }
        return noted;
    }

    private static List<FactId> ambiguousNotes(
            List<Submission> submissions, LeadHistory history, ReferrerIdentities identities) {
        return submissions.stream()
                .filter(submission -> !submission.namesReferrer()
                        && NamedInNote.in(submission, history.customers(), identities) instanceof NamedInNote.Ambiguous)
                .map(Submission::id)
                .toList();
    }

    private static Set<Flag> flags(List<Claim> claims, Progress progress, LeadHistory history, List<Flagged> raised) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (claims.stream().anyMatch(claim -> claim.timesNamed() > 1)) {
            flags.add(Flag.DUPLICATE_SUBMISSION);
        }
        raised.forEach(flagged -> flags.add(flagged.flag()));
        if (!history.bridgedTo().isEmpty()) {
            flags.add(Flag.BRIDGES_RECORDS);
        }
        if (!history.isRecognisable()) {
            flags.add(Flag.NO_IDENTITY);
        }
        if (progress.refundedInOtherCurrency()) {
            flags.add(Flag.REFUND_IN_OTHER_CURRENCY);
        }
        return flags;
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

    private static Set<ReviewKind> questions(
            Attribution attribution,
            List<Claim> claims,
            @Nullable Ruling ruling,
            IntroductionBasis basis,
            List<Flagged> raised,
            LeadHistory history) {
        Set<ReviewKind> questions = new TreeSet<>();
        Set<Referrer> answered = ruling == null ? Set.of() : ruling.answeredAsLead();
        if (claims.stream().anyMatch(claim -> claim.selfReferral() && !answered.contains(claim.referrer()))) {
            questions.add(ReviewKind.SELF_REFERRAL);
        }
        boolean rivals = claims.stream().filter(claim -> !claim.selfReferral()).count() > 1 || ruling != null;
        if (attribution instanceof Attribution.Disputed && rivals) {
            questions.add(ReviewKind.CONFLICT);
        }
        if (basis == IntroductionBasis.UNKNOWN && !isRuledOn(ReviewKind.UNKNOWN_BASIS, history)) {
            questions.add(ReviewKind.UNKNOWN_BASIS);
        }
        if (!history.isRecognisable() && !isRuledOn(ReviewKind.NO_IDENTITY, history)) {
            questions.add(ReviewKind.NO_IDENTITY);
        }
        boolean existingCustomer = raised.stream().anyMatch(flagged -> flagged.flag() == Flag.EXISTING_CUSTOMER);
        if (existingCustomer && !isRuledOn(ReviewKind.EXISTING_CUSTOMER, history)) {
            questions.add(ReviewKind.EXISTING_CUSTOMER);
        }
        return questions;
    }

    private static boolean isRuledOn(ReviewKind kind, LeadHistory history) {
        return history.rulings().stream().anyMatch(past -> past.kind() == kind);
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
