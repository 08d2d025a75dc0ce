package io.askwell.attribution.kafka;

import io.askwell.attribution.application.AttributionObserver;
import io.askwell.attribution.application.RecordLeadFact;
import io.askwell.attribution.application.RecordLinkFact;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.ReportedFact;
import io.askwell.leads.v1.LeadReported;
import io.askwell.schemas.Violation;
import io.askwell.schemas.leads.LeadContract;
import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.kafka.PoisonRecordException;
import io.askwell.transport.kafka.RecordHandler;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads lead records. Anyone may write them, so each is checked, and counts once however often it comes. */
public final class LeadListener implements RecordHandler<LeadReported> {

    public static final String GROUP = "attribution-tracker.leads";

    private final Inbox inbox;
    private final RecordLeadFact recordLeadFact;
    private final RecordLinkFact recordLinkFact;
    private final AttributionObserver observer;

    public LeadListener(
            Inbox inbox, RecordLeadFact recordLeadFact, RecordLinkFact recordLinkFact, AttributionObserver observer) {
        this.inbox = inbox;
        this.recordLeadFact = recordLeadFact;
        this.recordLinkFact = recordLinkFact;
        this.observer = observer;
    }

    @Override
    public void handle(ConsumerRecord<String, @Nullable LeadReported> record) {
        LeadReported lead = checked(record);
        Optional<ReportedFact> fact = LeadRecords.fact(lead, Instant.ofEpochMilli(record.timestamp()));
        if (fact.isEmpty()) {
            observer.ignored();
        } else if (!inbox.firstSeen(GROUP, lead.getSource() + "\n" + lead.getId())) {
            observer.repeated();
        } else {
            switch (record(fact.get())) {
                case RecordLeadFact.Outcome.Changed changed -> observer.applied(changed.changes());
                case RecordLeadFact.Outcome.Kept _ -> observer.kept();
            }
        }
    }

    private RecordLeadFact.Outcome record(ReportedFact fact) {
        return switch (fact) {
            case LeadFact aboutLead -> recordLeadFact.record(aboutLead);
            case LinkFact aboutLink -> recordLinkFact.record(aboutLink);
        };
    }

    private static LeadReported checked(ConsumerRecord<String, @Nullable LeadReported> record) {
        LeadReported lead = record.value();
        if (lead == null) {
            throw new PoisonRecordException("no_value", "A lead record has a value");
        }
        List<Violation> violations = LeadContract.violations(lead, Instant.ofEpochMilli(record.timestamp()));
        if (!violations.isEmpty()) {
            throw new PoisonRecordException("breaks_contract", described(violations));
        }
        return lead;
    }

    private static String described(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .collect(Collectors.joining("; "));
    }
}
