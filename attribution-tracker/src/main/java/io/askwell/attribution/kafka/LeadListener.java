package io.askwell.attribution.kafka;

import io.askwell.attribution.application.AttributionObserver;
import io.askwell.attribution.application.RecordLeadFacts;
import io.askwell.attribution.application.RecordLinkFact;
import io.askwell.attribution.domain.FactId;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.ReportedFact;
import io.askwell.leads.v1.LeadReported;
import io.askwell.schemas.Violation;
import io.askwell.schemas.leads.LeadContract;
import io.askwell.transport.event.Traceparent;
import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.kafka.BatchHandler;
import io.askwell.transport.kafka.Delivery;
import io.askwell.transport.kafka.PoisonRecordException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Reads lead records. Anyone may write them, so each is checked, and counts once however often it comes. */
public final class LeadListener implements BatchHandler<LeadReported> {

    public static final String GROUP = "attribution-tracker.leads";

    private final Inbox inbox;
    private final RecordLeadFacts recordLeadFacts;
    private final RecordLinkFact recordLinkFact;
    private final AttributionObserver observer;

    public LeadListener(
            Inbox inbox, RecordLeadFacts recordLeadFacts, RecordLinkFact recordLinkFact, AttributionObserver observer) {
        this.inbox = inbox;
        this.recordLeadFacts = recordLeadFacts;
        this.recordLinkFact = recordLinkFact;
        this.observer = observer;
    }

    /** Links and leads come in any order, so what is said of links is recorded before the leads that name them. */
    @Override
    public void handleAll(List<Delivery<LeadReported>> deliveries) {
        Map<FactId, ReportedFact> facts = new LinkedHashMap<>();
        Map<String, Traceparent> traces = new HashMap<>();
        for (Delivery<LeadReported> delivery : deliveries) {
            fact(delivery.record())
                    .ifPresentOrElse(
                            fact -> {
                                if (facts.putIfAbsent(fact.id(), fact) == null) {
                                    traces.put(fact.id().text(), delivery.trace());
                                } else {
                                    observer.repeated();
                                }
                            },
                            observer::ignored);
        }
        List<ReportedFact> news = unseen(facts.values());
        TracesOfFacts.during(traces, () -> {
            only(LinkFact.class, news).forEach(fact -> count(recordLinkFact.record(fact)));
            recordLeadFacts.record(only(LeadFact.class, news)).forEach(this::count);
            return news;
        });
    }

    private List<ReportedFact> unseen(Collection<ReportedFact> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        Set<String> unseen =
                inbox.firstSeen(GROUP, facts.stream().map(LeadListener::name).toList());
        List<ReportedFact> news =
                facts.stream().filter(fact -> unseen.contains(name(fact))).toList();
        for (int repeated = news.size(); repeated < facts.size(); repeated++) {
            observer.repeated();
        }
        return news;
    }

    private void count(RecordLeadFacts.Outcome outcome) {
        switch (outcome) {
            case RecordLeadFacts.Outcome.Changed changed -> observer.applied(changed.changes());
            case RecordLeadFacts.Outcome.Kept _ -> observer.kept();
        }
    }

    private static String name(ReportedFact fact) {
        return fact.id().source() + "\n" + fact.id().id();
    }

    private static <T extends ReportedFact> List<T> only(Class<T> type, List<ReportedFact> facts) {
        return facts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static Optional<ReportedFact> fact(ConsumerRecord<String, @Nullable LeadReported> record) {
        LeadReported lead = record.value();
        if (lead == null) {
            throw new PoisonRecordException("no_value", "A lead record has a value");
        }
        List<Violation> violations = LeadContract.violations(lead, Instant.ofEpochMilli(record.timestamp()));
        if (!violations.isEmpty()) {
            throw new PoisonRecordException("breaks_contract", described(violations));
        }
        return LeadRecords.fact(lead, Instant.ofEpochMilli(record.timestamp()));
    }

    private static String described(List<Violation> violations) {
        return violations.stream()
                .map(violation -> violation.pointer() + " " + violation.detail())
                .collect(Collectors.joining("; "));
    }
}
