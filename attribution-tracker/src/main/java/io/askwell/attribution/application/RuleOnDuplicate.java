package io.askwell.attribution.application;

import io.askwell.attribution.application.Merges.SaidBy;
import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Merge;
import io.askwell.attribution.domain.Person;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Suspicion;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** A person answers whether two records are of one lead. The person's word stands above every weight. */
public final class RuleOnDuplicate {

    private final LeadHistories histories;
    private final Merges merges;
    private final CurrentCircumstances circumstances;
    private final Assessor assessor;
    private final Announce announce;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public RuleOnDuplicate(
            LeadHistories histories,
            Merges merges,
            CurrentCircumstances circumstances,
            Assessor assessor,
            Announce announce,
            TransactionOperations transactions,
            InstantSource clock) {
        this.histories = histories;
        this.merges = merges;
        this.circumstances = circumstances;
        this.assessor = assessor;
        this.announce = announce;
        this.transactions = transactions;
        this.clock = clock;
    }

    public record Command(UUID reviewId, boolean sameLead, String reason, Person by) {}

    /** What became of the command. */
    public sealed interface Outcome {

        /** @param referralId the one that asked, which lives on in the other if it is the same lead */
        record Ruled(List<ReferralChange> changes, UUID referralId, ReviewKind question) implements Outcome {}

        record NoSuchReview() implements Outcome {}

        /** The question no longer waits: a person was faster, or a fact answered it. */
        record AlreadyRuled() implements Outcome {}

        /** The person may gain from the answer. */
        record Interested() implements Outcome {}
    }

    /** Whether the review asks for one lead or two, be it answered or not; any other review asks who is credited. */
    public boolean isItsQuestion(UUID reviewId) {
        return merges.suspicion(reviewId).isPresent();
    }

    public Outcome rule(Command command) {
        return transactions.execute(_ -> merges.suspicion(command.reviewId())
                .map(suspicion -> rule(command, suspicion))
                .orElseGet(Outcome.NoSuchReview::new));
    }

    private Outcome rule(Command command, Suspicion suspicion) {
        Map<UUID, LeadHistory> living = histories.lock(List.of(suspicion.younger(), suspicion.older()));
        LeadHistory younger = Objects.requireNonNull(living.get(suspicion.younger()));
        LeadHistory older = Objects.requireNonNull(living.get(suspicion.older()));
        Optional<Suspicion> open = younger.relations().suspicions().stream()
                .filter(asked -> asked.reviewId().equals(command.reviewId()))
                .findFirst();
        if (open.isEmpty()) {
            return new Outcome.AlreadyRuled();
        }
        if (command.by().profitsFrom(younger) || command.by().profitsFrom(older)) {
            return new Outcome.Interested();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Unfolding unfolding = new Unfolding(assessor, circumstances, histories);
        unfolding.begin(command.reviewId().toString(), now, now);
        unfolding.found(younger);
        unfolding.found(older);
        decide(command, suspicion, younger, older, unfolding);
        List<Told> told = unfolding.told();
        announce.all(told);
        return new Outcome.Ruled(told.getFirst().changes(), younger.referralId(), suspicion.kind());
    }

    private void decide(
            Command command, Suspicion suspicion, LeadHistory younger, LeadHistory older, Unfolding unfolding) {
        SaidBy person = new SaidBy(command.by().id(), command.reason(), unfolding.now());
        merges.answer(command.reviewId(), command.sameLead(), person);
        if (command.sameLead()) {
            JoinRecords.join(
                    List.of(younger, older), new Merge.PersonSaid(command.by().id(), command.reason()), unfolding);
            unfolding.keep(merges);
        } else {
            boolean despiteKeys = suspicion.kind() == ReviewKind.BRIDGING;
            merges.keepApart(younger.referralId(), older.referralId(), despiteKeys, person);
            unfolding.stands(younger.apartFrom(older, despiteKeys));
            unfolding.stands(older.apartFrom(younger, despiteKeys));
        }
    }
}
