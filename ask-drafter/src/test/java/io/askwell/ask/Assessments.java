package io.askwell.ask;

import io.askwell.event.v1.ContactChannel;
import io.askwell.event.v1.EventMeta;
import io.askwell.event.v1.Policy;
import io.askwell.event.v1.Readiness;
import io.askwell.event.v1.Reason;
import io.askwell.event.v1.TriggerKind;
import io.askwell.readiness.v1.Concern;
import io.askwell.readiness.v1.CustomerFacts;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.readiness.v1.ReadinessPersonalData;
import io.askwell.readiness.v1.Success;
import io.askwell.readiness.v1.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** Assessments as the scorer writes them. */
final class Assessments {

    private Assessments() {}

    /** Praised an hour ago, ready to be asked, owned by rep-7, nothing in the way. */
    static ReadinessAssessed.Builder praised(String customerId) {
        Instant now = now();
        Trigger trigger = Trigger.newBuilder()
                .setKind(TriggerKind.nps_promoter)
                .setAt(now.minus(Duration.ofHours(1)))
                .setClosesAt(now.plus(Duration.ofHours(23)))
                .setEvidence(List.of("delighted/praise-" + customerId))
                .build();
        return ReadinessAssessed.newBuilder()
                .setMeta(EventMeta.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setOccurredAt(now)
                        .setRecordedAt(now)
                        .setCorrelationId("delighted/praise-" + customerId)
                        .build())
                .setCustomerId(customerId)
                .setDecision(Readiness.ask_now)
                .setScore(80)
                .setBand(Readiness.ask_now)
                .setTrigger(trigger)
                .setOpenTriggers(List.of(trigger))
                .setPolicy(Policy.newBuilder()
                        .setVersion("readiness-v1")
                        .setHash("0".repeat(64))
                        .build())
                .setAssessedAt(now)
                .setProfile(CustomerFacts.newBuilder()
                        .setOwnerId("rep-7")
                        .setCompany("Acme")
                        .setPreferredChannel(ContactChannel.email)
                        .build())
                .setSuccesses(List.of(Success.newBuilder()
                        .setKind("milestone_reached")
                        .setName("1,000 orders")
                        .setAt(now.minus(Duration.ofDays(2)))
                        .setEvidence(List.of("app/milestone-" + customerId))
                        .build()))
                .setPersonal(ReadinessPersonalData.newBuilder()
                        .setContactName("Ann Roe")
                        .setEmail("ann@acme.example")
                        .build());
    }

    /** The same customer with an open complaint. */
    static ReadinessAssessed.Builder complaining(String customerId) {
        Instant now = now();
        return praised(customerId)
                .setDecision(Readiness.hold)
                .setConcerns(List.of(Concern.newBuilder()
                        .setKind("complaint")
                        .setSince(now)
                        .setEvidence(List.of("desk/complaint-" + customerId))
                        .build()))
                .setReasons(List.of(Reason.newBuilder()
                        .setCode("complaint")
                        .setEvidence(List.of("desk/complaint-" + customerId))
                        .build()))
                .setLastConcernAt(now);
    }

    static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
