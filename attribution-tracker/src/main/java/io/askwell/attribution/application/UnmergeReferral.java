package io.askwell.attribution.application;

import io.askwell.attribution.application.Merges.SaidBy;
import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.ReferralChange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A person takes a merge back: both records are as if it had never been, with every fact where its keys say, and nothing
 * joins them again but a person.
 */
public final class UnmergeReferral {

    private final LeadHistories histories;
    private final ReferralSearch search;
    private final Merges merges;
    private final FindDuplicates findDuplicates;
    private final CurrentCircumstances circumstances;
    private final Assessor assessor;
    private final Announce announce;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public UnmergeReferral(
            LeadHistories histories,
            ReferralSearch search,
            Merges merges,
            FindDuplicates findDuplicates,
            CurrentCircumstances circumstances,
            Assessor assessor,
            Announce announce,
            TransactionOperations transactions,
            InstantSource clock) {
        this.histories = histories;
        this.search = search;
        this.merges = merges;
        this.findDuplicates = findDuplicates;
        this.circumstances = circumstances;
        this.assessor = assessor;
        this.announce = announce;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** @param referralId the referral that was merged, or the survivor: then what was merged into it last is taken out */
    public record Command(UUID referralId, String reason, String by) {}

    /** What became of the command. */
    public sealed interface Outcome {

        record Unmerged(List<ReferralChange> changes) implements Outcome {}

        record NoSuchReferral() implements Outcome {}

        record NotMerged() implements Outcome {}
    }

    public Outcome unmerge(Command command) {
        return transactions.execute(_ -> {
            Map<UUID, LeadHistory> living = histories.lock(List.of(command.referralId()));
            LeadHistory survivor = living.get(command.referralId());
            if (survivor == null || !survivor.isSubmitted()) {
                return new Outcome.NoSuchReferral();
            }
            return merges.undoable(command.referralId())
                    .<Outcome>map(other -> unmerge(command, survivor, other))
                    .orElseGet(Outcome.NotMerged::new);
        });
    }

    private Outcome unmerge(Command command, LeadHistory survivor, UUID other) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Unfolding unfolding = new Unfolding(assessor, circumstances, histories);
        unfolding.begin("unmerge/" + other + "/" + now, now, now);
        unfolding.found(survivor);
        Optional<ReferralSearch.Merged> last = search.merged(other);
        last.ifPresent(merged -> unfolding.foundMerged(merged.last(), merged.into()));
        SaidBy person = new SaidBy(command.by(), command.reason(), now);
        UUID into = merges.undo(other, person);
        merges.keepApart(other, into, false, person);
        Map<UUID, LeadHistory> apart = histories.lock(List.of(survivor.referralId(), other));
        Stream.of(survivor.referralId(), other)
                .map(record -> Objects.requireNonNull(apart.get(record)))
                .forEach(record -> {
                    unfolding.stands(record);
                    findDuplicates.remember(record);
                });
        List<Told> told = unfolding.told();
        announce.all(told);
        return new Outcome.Unmerged(told.getFirst().changes());
    }
}
