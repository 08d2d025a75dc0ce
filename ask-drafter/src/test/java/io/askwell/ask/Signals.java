package io.askwell.ask;

import io.askwell.signals.v1.AskingDetails;
import io.askwell.signals.v1.ConcernDetails;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import java.util.UUID;

/** Signals as the door writes them. */
final class Signals {

    private Signals() {}

    static SignalRecorded complaint(String customerId) {
        SignalRecorded signal = of(customerId, SignalKind.complaint_raised);
        signal.setConcern(ConcernDetails.newBuilder().setComplaintId("c-1").build());
        return signal;
    }

    static SignalRecorded askRecorded(String customerId) {
        return of(customerId, SignalKind.ask_recorded);
    }

    static SignalRecorded answer(String customerId, String askId) {
        SignalRecorded signal = of(customerId, SignalKind.ask_answered);
        signal.setAsking(AskingDetails.newBuilder().setAskId(askId).build());
        return signal;
    }

    /** A signal that is none of the drafter's business. */
    static SignalRecorded interaction(String customerId) {
        return of(customerId, SignalKind.interaction_logged);
    }

    private static SignalRecorded of(String customerId, SignalKind kind) {
        return SignalRecorded.newBuilder()
                .setSource("test")
                .setId(UUID.randomUUID().toString())
                .setCustomerId(customerId)
                .setKind(kind)
                .setOccurredAt(Assessments.now())
                .build();
    }
}
