package io.askwell.attribution.application;

import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.CustomerSignal;
import io.askwell.attribution.domain.Facts;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.matching.LeadMatcher;
import io.askwell.attribution.domain.matching.MatchingPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** The use cases of the service over tables in memory; every command comes a second after the one before. */
final class TrackerInMemory {

    final CustomersInMemory customers = new CustomersInMemory();
    final RecordsInMemory records = new RecordsInMemory(customers);
    final List<ReferralChange> announced = new ArrayList<>();

    final RecordLeadFacts recordLeadFacts;
    final RecordLinkFact recordLinkFact;
    final EvaluateAgain evaluateAgain;
    final RuleOnDuplicate ruleOnDuplicate;
    final UnmergeReferral unmergeReferral;

    private Instant now = Facts.NOON;

    TrackerInMemory(MatchingPolicy policy) {
        Assessor assessor = new Assessor(Facts.POLICY);
        FindDuplicates find = new FindDuplicates(records, new LeadMatcher(policy.weights()), policy, new Nobody());
        TransactionOperations none = TransactionOperations.withoutTransaction();
        PressOwners pressOwners =
                new PressOwners(new OwnerTasksInMemory(), records, Facts.OWNER_TASKS, none, this::tick);
        Announce announce =
                new Announce(records, told -> told.forEach(one -> announced.addAll(one.changes())), pressOwners);
        recordLeadFacts =
                new RecordLeadFacts(records, records, customers, assessor, find, records, announce, this::tick);
        evaluateAgain = new EvaluateAgain(
                customers, records, customers, records, assessor, announce, new Nobody(), none, this::tick);
        recordLinkFact = new RecordLinkFact(records, records, customers, records, assessor, announce, this::tick);
        ruleOnDuplicate = new RuleOnDuplicate(records, records, records, assessor, announce, none, this::tick);
        unmergeReferral =
                new UnmergeReferral(records, records, records, find, records, assessor, announce, none, this::tick);
    }

    TrackerInMemory hears(LeadFact... facts) {
        for (LeadFact fact : facts) {
            recordLeadFacts.record(List.of(fact));
        }
        return this;
    }

    TrackerInMemory hearsTogether(LeadFact... facts) {
        recordLeadFacts.record(List.of(facts));
        return this;
    }

    TrackerInMemory hears(LinkFact fact) {
        recordLinkFact.record(fact);
        return this;
    }

    TrackerInMemory hears(String customerId, CustomerSignal signal) {
        new RecordCustomerSignal(customers).record(customerId, signal);
        evaluateAgain.workOff();
        return this;
    }

    private Instant tick() {
        now = now.plusSeconds(1);
        return now;
    }

    private static final class Nobody implements AttributionObserver {

        @Override
        public void applied(List<ReferralChange> changes) {}

        @Override
        public void kept() {}

        @Override
        public void repeated() {}

        @Override
        public void ignored() {}

        @Override
        public void ruled(List<ReferralChange> changes, ReviewKind question) {}

        @Override
        public void unmerged(List<ReferralChange> changes) {}

        @Override
        public void appealed(ReferralChange change) {}

        @Override
        public void evaluatedAgain(List<ReferralChange> changes) {}

        @Override
        public void passedOver(int tooCommonKeys) {}
    }
}
