package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Open;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.customer.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All reasons not to open an ask, and not to let an open one go on. None means yes. */
public final class Objections {

    private final List<FrequencyRule> frequency;

    public Objections(AskPolicy policy) {
        this.frequency = FrequencyRule.all(policy);
    }

    /** Why the customer may not be asked at all now. */
    public List<Objection> toAsking(Customer customer, Instant now) {
        return frequency.stream()
                .flatMap(rule -> rule.objection(customer, now).stream())
                .toList();
    }

    List<Objection> toOpening(Customer customer, Trigger trigger, Instant now) {
        var objections = new ArrayList<Objection>();
        customer.openAsk().ifPresent(open -> objections.add(Objection.lasting("open_ask", List.of())));
        if (customer.usedAt(trigger).isPresent()) {
            objections.add(Objection.lasting("trigger_used", trigger.evidence()));
        }
        objections.addAll(toAsking(customer, now));
        return List.copyOf(objections);
    }

    /** Why an open ask may not be approved, released, or returned from deferral. More points or triggers change nothing. */
    List<Objection> toContinuing(Customer customer, Open ask, Instant now) {
        Assessment latest = Objects.requireNonNull(customer.assessment(), "An ask was opened without an assessment");
        var objections = new ArrayList<Objection>();
        recallReasons(customer, ask).forEach(reason -> objections.add(Objection.of(reason)));
        latest.tooEarlyReasons().forEach(reason -> objections.add(Objection.of(reason)));
        if (!ask.proposal().mode().isCarriedBy(latest.band())) {
            objections.add(Objection.lasting("band_below_mode", List.of()));
        }
        List<String> retracted = retractedEvidence(customer, ask);
        if (!retracted.isEmpty()) {
            objections.add(Objection.lasting("evidence_retracted", retracted));
        }
        objections.addAll(toAsking(customer, now));
        return List.copyOf(objections);
    }

    /** Why an open ask must be withdrawn at once: a concern stands, or one came and went since it was opened. */
    static List<Reason> recallReasons(Customer customer, Open ask) {
        Assessment latest = Objects.requireNonNull(customer.assessment(), "An ask was opened without an assessment");
        if (latest.isHold()) {
            return latest.holdReasons();
        }
        return isLater(latest.lastConcernAt(), ask.proposal().concernsKnownThrough())
                ? List.of(Reason.of("concern_since_opening"))
                : List.of();
    }

    private static List<String> retractedEvidence(Customer customer, Open ask) {
        Set<String> retracted = customer.signals().retracted();
        return ask.proposal().evidence().stream().filter(retracted::contains).toList();
    }

    private static boolean isLater(@Nullable Instant concern, @Nullable Instant known) {
        return concern != null && (known == null || concern.isAfter(known));
    }
}
