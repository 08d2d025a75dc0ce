package io.askwell.attribution.application;

import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.CustomerKeys;
import io.askwell.attribution.domain.KnownCustomers;
import io.askwell.attribution.domain.LeadHistory;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.Links;
import io.askwell.attribution.domain.ReferralChange;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Keeps what is said about a referral link, evaluates every referral again that names it, and announces what that changes.
 * Runs in the transaction of its caller.
 */
public final class RecordLinkFact {

    private final LinkFacts linkFacts;
    private final LeadHistories histories;
    private final CustomersOfLeads customersOfLeads;
    private final CurrentCircumstances circumstances;
    private final Assessor assessor;
    private final Announce announce;
    private final InstantSource clock;

    public RecordLinkFact(
            LinkFacts linkFacts,
            LeadHistories histories,
            CustomersOfLeads customersOfLeads,
            CurrentCircumstances circumstances,
            Assessor assessor,
            Announce announce,
            InstantSource clock) {
        this.linkFacts = linkFacts;
        this.histories = histories;
        this.customersOfLeads = customersOfLeads;
        this.circumstances = circumstances;
        this.assessor = assessor;
        this.announce = announce;
        this.clock = clock;
    }

    /** @param fact one that was not recorded before; it is only kept while no submission names the link */
    public RecordLeadFacts.Outcome record(LinkFact fact) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Unfolding unfolding = new Unfolding(assessor, circumstances, histories);
        unfolding.begin(fact.id().text(), fact.occurredAt(), now);
        Map<UUID, LeadHistory> living = unfolding.lock(linkFacts.lockAndFindRecords(fact));
        living.values().forEach(unfolding::found);

        linkFacts.add(fact, now);
        Links said = new Links(Set.of(fact));
        Set<String> ownerKeys = CustomerKeys.of(said);
        CustomersAtHand customers = new CustomersAtHand(customersOfLeads);
        customers.waitFor(ownerKeys);
        KnownCustomers owners = customers.of(ownerKeys);
        customersOfLeads.add(living.values().stream()
                .distinct()
                .map(history -> new CustomersOfLeads.Concern(history.referralId(), ownerKeys, owners))
                .toList());
        for (LeadHistory history : living.values()) {
            unfolding.stands(history.knowing(said).knowing(history.customers().and(owners)));
        }

        List<Told> told = unfolding.told();
        announce.all(told);
        List<ReferralChange> changes = told.getFirst().changes();
        return changes.isEmpty() ? new RecordLeadFacts.Outcome.Kept() : new RecordLeadFacts.Outcome.Changed(changes);
    }
}
