package io.askwell.attribution.application;

import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.CustomerKeys;
import io.askwell.attribution.domain.KeyHolders;
import io.askwell.attribution.domain.KnownCustomers;
import io.askwell.attribution.domain.Lead;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.Matching;
import io.askwell.attribution.domain.Merge;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.ReviewKind;
import io.askwell.attribution.domain.Submission;
import io.askwell.attribution.domain.matching.LeadProfile;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Adds facts to the records of their leads, makes one of records that turn out to be of one lead, and announces what each fact
 * changes. What all of them need is locked and read first and what they change is written last, a statement for each table
 * however many they are; between the two, each is decided after the one before. Runs in the transaction of its caller.
 */
public final class RecordLeadFacts {

    private final LeadHistories histories;
    private final Merges merges;
    private final CustomersOfLeads customersOfLeads;
    private final Assessor assessor;
    private final FindDuplicates findDuplicates;
    private final CurrentCircumstances circumstances;
    private final Announce announce;
    private final InstantSource clock;

    public RecordLeadFacts(
            LeadHistories histories,
            Merges merges,
            CustomersOfLeads customersOfLeads,
            Assessor assessor,
            FindDuplicates findDuplicates,
            CurrentCircumstances circumstances,
            Announce announce,
            InstantSource clock) {
        this.histories = histories;
        this.merges = merges;
        this.customersOfLeads = customersOfLeads;
        this.assessor = assessor;
        this.findDuplicates = findDuplicates;
        this.circumstances = circumstances;
        this.announce = announce;
        this.clock = clock;
    }

    /** What became of a fact. */
    public sealed interface Outcome {

        /** @param changes of the referral of the lead, and of every other that it has to do with */
        record Changed(List<ReferralChange> changes) implements Outcome {}

        /** Nobody has submitted the lead yet; the fact waits for that. */
        record Kept() implements Outcome {}
    }

    /**
     * @param facts none of which was recorded before, and none twice
     * @return what became of each
     */
    public List<Outcome> record(List<LeadFact> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        var work = new Work(facts);
        work.begin(facts);
        Instant moment = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (LeadFact fact : facts) {
            work.add(fact, moment);
            // The older of two records is the one that came first, even where both came at once.
            moment = moment.plus(1, ChronoUnit.MICROS);
        }
        List<Told> told = work.keep();
        announce.all(told);
        return told.stream().map(RecordLeadFacts::outcome).toList();
    }

    private static Outcome outcome(Told told) {
        return told.changes().isEmpty() ? new Outcome.Kept() : new Outcome.Changed(told.changes());
    }

    /** What is at hand for facts that are recorded together. */
    private final class Work {

        private final CustomersAtHand customers = new CustomersAtHand(customersOfLeads);
        private final BlocksAtHand blocks = findDuplicates.blocksAtHand();
        private final Unfolding unfolding = new Unfolding(assessor, circumstances, histories);
        private final KeysAtHand keys;
        private final List<LeadHistories.Addition> additions = new ArrayList<>();
        private final List<CustomersOfLeads.Concern> concerns = new ArrayList<>();

        /** Customers before links and keys, those before blocks, then referrers and the records. */
        private Work(List<LeadFact> facts) {
            customers.waitFor(CustomerKeys.of(facts));
            keys = histories.lockKeys(facts);
            customers.waitFor(CustomerKeys.of(keys.links()));
            blocks.waitForOtherSeekers(
                    facts.stream().map(fact -> fact.lead().profile()).toList());
            circumstances.waitForOthers(facts);
        }

        private void begin(List<LeadFact> facts) {
            Set<UUID> named = new HashSet<>();
            facts.forEach(fact -> named.addAll(keys.of(fact).namedBy(fact)));
            Map<UUID, LeadHistory> living = unfolding.lock(named);
            Set<LeadProfile> news = new HashSet<>();
            for (LeadFact fact : facts) {
                List<UUID> own = keys.of(fact).byCertainKeys(fact);
                LeadHistory known = own.isEmpty() ? null : living.get(own.getFirst());
                LeadProfile profile = known == null
                        ? fact.lead().profile()
                        : known.with(fact).lead().profile();
                if (known == null
                        || !known.isSubmitted()
                        || !known.lead().profile().equals(profile)) {
                    news.add(profile);
                }
            }
            findDuplicates.prepare(news, blocks, unfolding);
        }

        private void add(LeadFact fact, Instant now) {
            unfolding.begin(fact.id().text(), fact.occurredAt(), now);
            KeyHolders holders = keys.of(fact);
            Set<String> customerKeys = new HashSet<>(CustomerKeys.of(List.of(fact)));
            customerKeys.addAll(CustomerKeys.of(holders.links()));
            KnownCustomers known = customers.of(customerKeys);
            Map<UUID, LeadHistory> living = unfolding.lock(holders.namedBy(fact));
            living.values().forEach(unfolding::found);

            Matching matching = Matching.of(fact, holders, living, now).knowing(known);
            keys.take(fact, matching.home());
            additions.add(new LeadHistories.Addition(fact, matching.home(), matching.bridgedTo(), now));
            concerns.add(new CustomersOfLeads.Concern(matching.home(), customerKeys, known));
            LeadHistory record = byCertainKeys(matching);
            if (fact instanceof Submission && living.values().stream().noneMatch(LeadHistory::isSubmitted)) {
                record = record.submittedAt(now);
                unfolding.stands(record);
            }
            byLikeness(record, living.values());
        }

        private LeadHistory byCertainKeys(Matching matching) {
            LeadHistory record = JoinRecords.join(matching.together(), new Merge.CertainKeys(), unfolding);
            for (LeadHistory other : matching.apart()) {
                record = record.bridgedTo(other.referralId());
                unfolding.stands(record);
                if (!record.isKeptApartDespiteKeysFrom(other)) {
                    record = JoinRecords.ask(ReviewKind.BRIDGING, record, other, null, unfolding);
                }
            }
            return record;
        }

        /** Looks only when the lead is better known than before: what was compared once need not be compared again. */
        private void byLikeness(LeadHistory record, Collection<LeadHistory> before) {
            Lead lead = record.lead();
            boolean nothingNew = before.stream()
                    .anyMatch(known -> known.isSubmitted()
                            && known.referralId().equals(record.referralId())
                            && known.lead().profile().equals(lead.profile()));
            if (record.isSubmitted() && !nothingNew) {
                findDuplicates.of(record, blocks, unfolding);
                blocks.put(record.referralId(), lead.profile());
            }
        }

        private List<Told> keep() {
            histories.add(additions);
            customersOfLeads.add(concerns);
            unfolding.keep(merges);
            blocks.keep();
            return unfolding.told();
        }
    }
}
