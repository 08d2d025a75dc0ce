package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Trigger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the triggers that could open an ask, and opens one or says why not. */
final class Opportunities {

    private final Objections objections;
    private final Proposals proposals;

    Opportunities(Objections objections, Proposals proposals) {
        this.objections = objections;
        this.proposals = proposals;
    }

    /**
     * Every open trigger but that of the open ask, and but those whose ask was over only after the assessment was made: an
     * ask that has just left is no missed opportunity. Nor is a used trigger to a customer who is not to be asked anyway.
     */
    List<Trigger> of(Customer customer, Instant now) {
        Assessment latest = customer.assessment();
        if (latest == null) {
            return List.of();
        }
        Optional<Trigger> taken = customer.openAsk().map(ask -> ask.proposal().trigger());
        return latest.openTriggers().stream()
                .filter(trigger -> trigger.isOpen(now))
                .filter(trigger -> taken.filter(trigger::isSameAs).isEmpty())
                .filter(trigger -> customer.usedAt(trigger)
                        .filter(used ->
                                !latest.advisesAsking() || latest.assessedAt().isBefore(used))
                        .isEmpty())
                .toList();
    }

    /** The scorer's clock may be ahead of ours: triggers whose window begins only later here. */
    static Stream<Instant> beginnings(Customer customer, Instant now) {
        Assessment latest = customer.assessment();
        return latest == null
                ? Stream.of()
                : latest.openTriggers().stream().map(Trigger::at).filter(now::isBefore);
    }

    /** The most urgent one that nothing speaks against. */
    Optional<Pending> open(Customer customer, String newAskId, Instant now) {
        return customer.mayBeAsked()
                ? of(customer, now).stream()
                        .filter(trigger ->
                                objections.toOpening(customer, trigger, now).isEmpty())
                        .map(trigger -> proposals.open(customer, trigger, newAskId, now))
                        .filter(drafted ->
                                objections.toContinuing(customer, drafted, now).isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    /** All that are left. */
    List<HeldBack> heldBack(Customer customer, String newAskId, Instant now) {
        return of(customer, now).stream()
                .map(trigger -> new HeldBack(trigger, against(customer, trigger, newAskId, now)))
                .toList();
    }

    /** What may not be approved as it would be drafted is not opened either. */
    private List<Objection> against(Customer customer, Trigger trigger, String newAskId, Instant now) {
        if (!customer.mayBeAsked()) {
            return Objection.of(customer.requireAssessment());
        }
        List<Objection> toTrigger = objections.toOpening(customer, trigger, now);
        return toTrigger.isEmpty()
                ? objections.toContinuing(customer, proposals.open(customer, trigger, newAskId, now), now)
                : toTrigger;
    }
}
