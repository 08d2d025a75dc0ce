package io.askwell.readiness.application;

import io.askwell.readiness.domain.DroppedSignal;
import io.askwell.readiness.domain.signal.Retraction;
import io.askwell.readiness.domain.signal.Signal;
import java.time.Instant;
import java.util.Optional;

/** Whether a report is news of a customer, of whom not everything that ever came is kept. */
final class Recognition {

    private final DroppedSignals droppedSignals;

    Recognition(DroppedSignals droppedSignals) {
        this.droppedSignals = droppedSignals;
    }

    enum Recognized {
        NEWS,
        REPETITION,
        /** It corrects a signal that is neither kept nor remembered. */
        TARGET_FORGOTTEN
    }

    Recognized recognize(String customerId, Customer customer, Signal<?> report, Instant now) {
        // Most customers never had more than is kept, and need no look.
        if (customer.oldestDropped() == null || customer.signals().knows(report.id())) {
            return Recognized.NEWS;
        }
        Optional<DroppedSignal> dropped =
                droppedSignals.find(customerId, report.id().reference());
        if (dropped.isPresent()) {
            return dropped.get().isRepeatedBy(report) ? Recognized.REPETITION : Recognized.NEWS;
        }
        // What corrects nothing known came before its target, unless something of this customer was forgotten.
        boolean somethingIsForgotten =
                !DroppedSignal.forgottenAt(customer.oldestDropped()).isAfter(now);
        return somethingIsForgotten && correctsTheForgotten(customerId, customer, report, now)
                ? Recognized.TARGET_FORGOTTEN
                : Recognized.NEWS;
    }

    private boolean correctsTheForgotten(String customerId, Customer customer, Signal<?> report, Instant now) {
        if (report.fact() instanceof Retraction(var target)) {
            return !customer.signals().knows(target)
                    && droppedSignals.find(customerId, target).isEmpty();
        }
        return report.revision() > 0
                && !DroppedSignal.forgottenAt(report.occurredAt()).isAfter(now);
    }

    void remember(String customerId, Signal<?> dropped, Instant now) {
        keep(customerId, dropped.id().reference(), DroppedSignal.of(dropped), now);
        if (dropped.fact() instanceof Retraction(var target)) {
            keep(customerId, target, DroppedSignal.retracted(dropped.occurredAt()), now);
        }
    }

    private void keep(String customerId, String reference, DroppedSignal dropped, Instant now) {
        boolean isKnownBetter = droppedSignals
                .find(customerId, reference)
                .filter(known -> known.revision() > dropped.revision())
                .isPresent();
        if (!isKnownBetter && dropped.forgottenAt().isAfter(now)) {
            droppedSignals.remember(customerId, reference, dropped);
        }
    }
}
