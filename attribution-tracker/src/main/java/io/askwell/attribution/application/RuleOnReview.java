package io.askwell.attribution.application;

import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.Claim;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Person;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.Ruling;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** A person answers a question about a referral. */
public final class RuleOnReview {

    private final LeadHistories histories;
    private final Assessor assessor;
    private final ReferralLog log;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public RuleOnReview(
            LeadHistories histories,
            Assessor assessor,
            ReferralLog log,
            TransactionOperations transactions,
            InstantSource clock) {
        this.histories = histories;
        this.assessor = assessor;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param creditClaim null when nobody is to be credited */
    public record Command(UUID reviewId, @Nullable UUID creditClaim, String reason, Person by) {}

    /** What became of the command. */
    public sealed interface Outcome {

        record Ruled(ReferralChange change, Review review) implements Outcome {}

        record NoSuchReview() implements Outcome {}

        /** The question no longer waits: a person was faster. */
        record AlreadyRuled() implements Outcome {}

        record NoSuchClaim() implements Outcome {}

        /** The person may gain from the answer. */
        record Interested() implements Outcome {}
    }

    public Outcome rule(Command command) {
        return transactions.execute(_ -> histories
                .lockByOpenReview(command.reviewId())
                .map(history -> rule(command, history))
                .orElseGet(() -> histories.isRuled(command.reviewId())
                        ? new Outcome.AlreadyRuled()
                        : new Outcome.NoSuchReview()));
    }

    private Outcome rule(Command command, LeadHistory history) {
        if (command.by().profitsFrom(history)) {
            return new Outcome.Interested();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Referral before = assess(history, now);
        Review review = history.openReviews().stream()
                .filter(open -> open.reviewId().equals(command.reviewId()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the history was found by this review"));
        if (command.creditClaim() == null) {
            return settle(command, history, before, review, null, now);
        }
        Optional<Claim> credited = before.claim(command.creditClaim());
        return credited.isEmpty()
                ? new Outcome.NoSuchClaim()
                : settle(command, history, before, review, credited.get(), now);
    }

    private Outcome settle(
            Command command,
            LeadHistory history,
            Referral before,
            Review review,
            @Nullable Claim credited,
            Instant now) {
        Ruling ruling = new Ruling(
                review.reviewId(),
                review.kind(),
                credited == null ? null : credited.referrer(),
                before.claims().stream().map(Claim::referrer).collect(Collectors.toSet()),
                before.claims().stream()
                        .filter(Claim::isSelfReferral)
                        .map(Claim::referrer)
                        .collect(Collectors.toSet()),
                command.by().id(),
                command.reason(),
                now);
        histories.add(history.referralId(), ruling);
        var change = new ReferralChange(before, assess(history.with(ruling), now), now);
        List<Told> told = List.of(new Told(List.of(change), review.reviewId().toString(), now));
        histories.keep(told);
        log.append(told);
        return new Outcome.Ruled(change, review);
    }

    private Referral assess(LeadHistory history, Instant now) {
        return assessor.assess(history, now)
                .orElseThrow(() -> new IllegalStateException("only a submitted lead has reviews"));
    }
}
