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
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Adds a fact to the record of its lead, makes one of records that turn out to be of one lead, and announces what that
 * changes. Runs in the transaction of its caller.
 */
public final class RecordLeadFact {

    private final LeadHistories histories;
    private final CustomersOfLeads customersOfLeads;
    private final Assessor assessor;
    private final JoinRecords joinRecords;
    private final FindDuplicates findDuplicates;
    private final CurrentCircumstances circumstances;
    private final Announce announce;
    private final InstantSource clock;

    public RecordLeadFact(
            LeadHistories histories,
            CustomersOfLeads customersOfLeads,
            Assessor assessor,
            JoinRecords joinRecords,
            FindDuplicates findDuplicates,
            CurrentCircumstances circumstances,
            Announce announce,
            InstantSource clock) {
        this.histories = histories;
        this.customersOfLeads = customersOfLeads;
        this.assessor = assessor;
        this.joinRecords = joinRecords;
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

    /** @param fact one that was not recorded before */
    public Outcome record(LeadFact fact) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Set<String> customerKeys = new HashSet<>(CustomerKeys.of(List.of(fact)));
        KnownCustomers ofFact = customersOfLeads.waitFor(customerKeys);
        KeyHolders holders = histories.lockKeys(fact);
        Set<String> ownerKeys = CustomerKeys.of(holders.links());
        KnownCustomers customers = ofFact.and(customersOfLeads.waitFor(ownerKeys));
        customerKeys.addAll(ownerKeys);
        findDuplicates.waitForOthers(fact.lead().profile());
        circumstances.waitForOthers(fact);
        Map<UUID, LeadHistory> living = histories.lock(holders.namedBy(fact));
        Unfolding unfolding = new Unfolding(assessor, circumstances, fact.id().text(), now);
        living.values().forEach(unfolding::found);

        Matching matching = Matching.of(fact, holders, living, now).knowing(customers);
        histories.add(fact, matching, now);
        customersOfLeads.add(matching.home(), customerKeys, customers);
        LeadHistory record = byCertainKeys(matching, fact, unfolding);
        byLikeness(record, living.values(), fact, unfolding);

        List<ReferralChange> changes = unfolding.changes(fact.occurredAt());
        announce.all(changes, fact.id().text(), now);
        return changes.isEmpty() ? new Outcome.Kept() : new Outcome.Changed(changes);
    }

    private LeadHistory byCertainKeys(Matching matching, LeadFact fact, Unfolding unfolding) {
        String cause = fact.id().text();
        LeadHistory record = joinRecords.join(matching.together(), new Merge.CertainKeys(), cause, unfolding);
        for (LeadHistory other : matching.apart()) {
            record = record.bridgedTo(other.referralId());
            unfolding.stands(record);
            if (!record.isKeptApartDespiteKeysFrom(other)) {
                record = joinRecords.ask(ReviewKind.BRIDGING, record, other, null, cause, unfolding);
            }
        }
        return record;
    }

    /** Looks only when the lead is better known than before: what was compared once need not be compared again. */
    private void byLikeness(LeadHistory record, Collection<LeadHistory> before, LeadFact fact, Unfolding unfolding) {
        Lead lead = record.lead();
        boolean nothingNew = before.stream()
                .anyMatch(known -> known.isSubmitted()
                        && known.referralId().equals(record.referralId())
                        && known.lead().profile().equals(lead.profile()));
        if (record.isSubmitted() && !nothingNew) {
            findDuplicates.of(record, fact.id().text(), unfolding);
            findDuplicates.remember(record);
        }
    }
}
