package io.askwell.attribution.application;

import io.askwell.attribution.application.CustomersOfLeads.News;
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

/** Judges referrals again of whose customers something was learned after they were judged. */
public final class JudgeAgain {

    private static final int MOST_AT_ONCE = 500;

    private final LeadHistories histories;
    private final CustomersOfLeads customersOfLeads;
    private final Assessor assessor;
    private final Announce announce;
    private final AttributionObserver observer;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    public JudgeAgain(
            LeadHistories histories,
            CustomersOfLeads customersOfLeads,
            Assessor assessor,
            Announce announce,
            AttributionObserver observer,
            TransactionOperations transactions,
            InstantSource clock) {
        this.histories = histories;
        this.customersOfLeads = customersOfLeads;
        this.assessor = assessor;
        this.announce = announce;
        this.observer = observer;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** One transaction each; one that fails waits on and keeps no other from its turn. Fails at the end with the first failure. */
    public void all() {
        RuntimeException first = null;
        for (UUID record : customersOfLeads.waiting(MOST_AT_ONCE)) {
            try {
                observer.judgedAgain(transactions.execute(_ -> judge(record)));
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private List<ReferralChange> judge(UUID record) {
        LeadHistory history =
                Objects.requireNonNull(histories.lock(List.of(record)).get(record), "what waits is a record");
        return customersOfLeads.take(record).map(news -> judge(history, news)).orElse(List.of());
    }

    private List<ReferralChange> judge(LeadHistory history, News news) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<String> keys = CustomerKeys.of(history.facts());
        KnownCustomers customers = customersOfLeads.read(keys);
        customersOfLeads.replace(history.relations().members(), keys, customers);
        Unfolding unfolding = new Unfolding(assessor, now);
        unfolding.found(history);
        unfolding.stands(history.knowing(customers));
        List<ReferralChange> changes = unfolding.changes(news.happenedAt());
        announce.all(changes, news.cause(), now);
        return changes;
    }
}
