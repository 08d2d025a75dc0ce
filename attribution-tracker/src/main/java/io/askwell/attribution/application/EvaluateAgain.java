package io.askwell.attribution.application;

import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.CustomerKeys;
import io.askwell.attribution.domain.KnownCustomers;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.ReferralChange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionOperations;

/** Judges referrals again that something else than a fact of theirs concerns: a customer, or an entry of a list. */
public final class EvaluateAgain {

    private static final int MOST_AT_ONCE = 200;

    private final Reevaluations reevaluations;
    private final LeadHistories histories;
    private final CustomersOfLeads customersOfLeads;
    private final CurrentCircumstances circumstances;
    private final Assessor assessor;
    private final Announce announce;
    private final AttributionObserver observer;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public EvaluateAgain(
            Reevaluations reevaluations,
            LeadHistories histories,
            CustomersOfLeads customersOfLeads,
            CurrentCircumstances circumstances,
            Assessor assessor,
            Announce announce,
            AttributionObserver observer,
            TransactionOperations transactions,
            InstantSource clock) {
        this.reevaluations = reevaluations;
        this.histories = histories;
        this.customersOfLeads = customersOfLeads;
        this.circumstances = circumstances;
        this.assessor = assessor;
        this.announce = announce;
        this.observer = observer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One transaction each. What was left undone is found again after a restart. */
    public void workOff() {
        EachByItself.attempt(
                reevaluations.next(MOST_AT_ONCE),
                referralId -> transactions.executeWithoutResult(_ -> evaluate(referralId)));
    }

    /** Locked before it is taken off the list: who adds a fact to it puts others on the list under the same lock. */
    private void evaluate(UUID referralId) {
        LeadHistory living = Objects.requireNonNull(
                histories.lock(List.of(referralId)).get(referralId), "what is queued is a record");
        reevaluations.take(referralId).ifPresent(cause -> observer.evaluatedAgain(evaluate(living, cause)));
    }

    private List<ReferralChange> evaluate(LeadHistory living, String cause) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<String> keys = CustomerKeys.of(living);
        KnownCustomers customers = customersOfLeads.read(keys);
        customersOfLeads.replace(living.relations().members(), keys, customers);
        Unfolding unfolding = new Unfolding(assessor, circumstances, histories);
        unfolding.begin(cause, now, now);
        unfolding.found(living);
        unfolding.stands(living.knowing(customers));
        List<Told> told = unfolding.told();
        announce.all(told);
        return told.getFirst().changes();
    }
}
