package io.askwell.attribution.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one fact or ruling made of a referral.
 *
 * @param before null when the referral begins here
 * @param happenedAt when the fact or ruling that caused it happened
 */
public record ReferralChange(@Nullable Referral before, Referral after, Instant happenedAt) {

    /** One thing that happened, with its moment in the world. */
    public record Step(StepType type, Instant occurredAt) {}

    /** Everything that happened, in a fixed order; empty when nothing did. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        if (after.mergedInto() != null) {
            if (before == null) {
                steps.add(now(StepType.REFERRAL_SUBMITTED));
            }
            steps.add(now(StepType.REFERRAL_MERGED));
            return List.copyOf(steps);
        }
        if (before != null && before.mergedInto() != null) {
            return List.of(now(StepType.REFERRAL_UNMERGED));
        }
        steps.addAll(submissionSteps());
        steps.addAll(stageSteps());
        attributionStep().map(this::now).ifPresent(steps::add);
        if (steps.isEmpty() && !after.equals(before)) {
            steps.add(now(StepType.REFERRAL_UPDATED));
        }
        return List.copyOf(steps);
    }

    public List<Review> opened() {
        return without(after.openReviews(), waiting());
    }

    public List<Review> closed() {
        return without(waiting(), after.openReviews());
    }

    /** Reviews of before that still wait, but with other things to look at. */
    public List<Review> changed() {
        boolean sameClaims = before != null && before.claims().equals(after.claims());
        return without(after.openReviews(), opened()).stream()
                .filter(review -> !sameClaims || !waiting().contains(review))
                .toList();
    }

    private List<Review> waiting() {
        return before == null ? List.of() : before.openReviews();
    }

    private List<Step> submissionSteps() {
        if (before == null) {
            return List.of(now(StepType.REFERRAL_SUBMITTED));
        }
        List<Step> steps = new ArrayList<>();
        if (timesNamed(after) > timesNamed(before)) {
            Set<Referrer> known = before.claims().stream().map(Claim::referrer).collect(Collectors.toSet());
            boolean someoneNew = after.claims().stream().anyMatch(claim -> !known.contains(claim.referrer()));
            steps.add(now(someoneNew ? StepType.CLAIM_ADDED : StepType.REFERRAL_DUPLICATE));
        }
        return steps;
    }

    private static int timesNamed(Referral referral) {
        return referral.claims().stream().mapToInt(Claim::timesNamed).sum();
    }

    private List<Step> stageSteps() {
        return Stream.of(Stage.values())
                .filter(this::isNews)
                .map(stage -> new Step(type(stage), newsOf(stage)))
                .toList();
    }

    /** A stage on the way is news once; an end, which may be left and come again, whenever it comes. */
    private boolean isNews(Stage stage) {
        Progress now = after.progress();
        Progress then = before == null ? Progress.of(List.of()) : before.progress();
        return switch (stage) {
            case SUBMITTED -> false;
            case ACCEPTED, INTRO_MADE, MEETING_BOOKED, DEAL_CREATED, DEAL_WON ->
                now.reached().containsKey(stage) && !then.reached().containsKey(stage);
            case DEAL_LOST, UNQUALIFIED -> now.stage() == stage && then.stage() != stage;
            case REFUNDED -> !now.refunds().equals(then.refunds());
        };
    }

    private Instant newsOf(Stage stage) {
        boolean known = before != null && before.progress().reached().containsKey(stage);
        return known ? happenedAt : after.progress().reached().getOrDefault(stage, happenedAt);
    }

    private static StepType type(Stage stage) {
        return switch (stage) {
            case SUBMITTED -> StepType.REFERRAL_SUBMITTED;
            case ACCEPTED -> StepType.REFERRAL_ACCEPTED;
            case INTRO_MADE -> StepType.INTRODUCTION_RECEIVED;
            case MEETING_BOOKED -> StepType.MEETING_BOOKED;
            case DEAL_CREATED -> StepType.DEAL_CREATED;
            case DEAL_WON -> StepType.REFERRAL_CONVERTED;
            case DEAL_LOST -> StepType.REFERRAL_LOST;
            case UNQUALIFIED -> StepType.REFERRAL_UNQUALIFIED;
            case REFUNDED -> StepType.REFERRAL_REFUNDED;
        };
    }

    private Optional<StepType> attributionStep() {
        Attribution now = after.attribution();
        boolean same = before != null && before.attribution().decidesLike(now);
        if (same) {
            return Optional.empty();
        }
        return switch (now) {
            case Attribution.Disputed _ -> Optional.of(StepType.ATTRIBUTION_DISPUTED);
            case Attribution.Settled _ -> Optional.of(StepType.ATTRIBUTION_SETTLED);
            // A new referral says with its first step who is credited.
            case Attribution.Unclaimed _, Attribution.Attributed _ ->
                before == null ? Optional.empty() : Optional.of(StepType.ATTRIBUTION_CHANGED);
        };
    }

    private Step now(StepType type) {
        return new Step(type, happenedAt);
    }

    private static List<Review> without(Collection<Review> reviews, Collection<Review> others) {
        Set<UUID> ids = others.stream().map(Review::reviewId).collect(Collectors.toSet());
        return reviews.stream()
                .filter(review -> !ids.contains(review.reviewId()))
                .toList();
    }
}
