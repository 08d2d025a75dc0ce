package io.askwell.attribution.application;

import io.askwell.attribution.domain.Appeal;
import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.ReferralChange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** A person asks to have the ruling on a referral looked at again, which is possible once. */
public final class AppealRuling {

    private final LeadHistories histories;
    private final Assessor assessor;
    private final Announce announce;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public AppealRuling(
            LeadHistories histories,
            Assessor assessor,
            Announce announce,
            TransactionOperations transactions,
            InstantSource clock) {
        this.histories = histories;
        this.assessor = assessor;
        this.announce = announce;
        this.transactions = transactions;
        this.clock = clock;
    }

    public record Command(UUID referralId, String reason, String by) {}

    /** What became of the command. */
    public sealed interface Outcome {

        record Appealed(ReferralChange change) implements Outcome {}

        record NoSuchReferral() implements Outcome {}

        record NothingRuled() implements Outcome {}

        record AlreadyAppealed() implements Outcome {}
    }

    public Outcome appeal(Command command) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            LeadHistory history = histories.lock(List.of(command.referralId())).get(command.referralId());
            if (history == null || !history.isSubmitted()) {
                return new Outcome.NoSuchReferral();
            }
            if (history.rulings().isEmpty()) {
                return new Outcome.NothingRuled();
            }
            return history.circumstances().appeals().isEmpty()
                    ? appeal(command, history)
                    : new Outcome.AlreadyAppealed();
        }));
    }

    private Outcome appeal(Command command, LeadHistory history) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var appeal = new Appeal(command.by(), command.reason(), now);
        histories.add(history.referralId(), appeal);
        LeadHistory appealed = history.under(history.circumstances().with(appeal));
        ReferralChange change = new ReferralChange(
                assessor.assess(history, now).orElse(null),
                assessor.assess(appealed, now).orElseThrow(() -> new IllegalStateException("it is submitted")),
                now);
        announce.all(List.of(new Told(List.of(change), "appeal/" + history.referralId(), now)));
        return new Outcome.Appealed(change);
    }
}
