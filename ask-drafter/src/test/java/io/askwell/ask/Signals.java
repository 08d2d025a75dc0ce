package io.askwell.ask;

import io.askwell.signals.v1.AskingDetails;
import io.askwell.signals.v1.ConcernDetails;
import io.askwell.signals.v1.ProfileDetails;
import io.askwell.signals.v1.SatisfactionDetails;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import io.askwell.signals.v1.ValueDetails;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Signals as the door writes them. */
final class Signals {

    private Signals() {}

    /** What makes a customer of rep-7 ready: long with us, onboarded, successful, active, and just now full of praise. */
    static List<SignalRecorded> praise(String customerId) {
        Instant now = Assessments.now();
        SignalRecorded profile = of(customerId, SignalKind.customer_updated);
        profile.setProfile(ProfileDetails.newBuilder()
                .setAccountOwner("rep-7")
                .setCompany("Acme")
                .setSignedUpAt(now.minus(Duration.ofDays(400)))
                .setOnboarded(true)
                .build());
        SignalRecorded usage = of(customerId, SignalKind.usage_reported);
        usage.setValue(
                ValueDetails.newBuilder().setPercentile(90.0).setActiveDays(40).build());
        SignalRecorded score = of(customerId, SignalKind.nps_scored);
        score.setSatisfaction(SatisfactionDetails.newBuilder().setScore(10.0).build());
        return List.of(profile, of(customerId, SignalKind.first_success_achieved), usage, score);
    }

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
