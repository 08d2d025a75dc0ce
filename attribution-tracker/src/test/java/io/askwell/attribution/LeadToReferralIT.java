package io.askwell.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.attributions.v1.AttributionState;
import io.askwell.attributions.v1.Confidence;
import io.askwell.attributions.v1.Disposition;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.Party;
import io.askwell.event.v1.PartyKind;
import io.askwell.event.v1.SourceChannel;
import io.askwell.leads.v1.LeadReported;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.event.CloudEventHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a lead record to what people and the next service see. */
class LeadToReferralIT {

    private final RunningTracker tracker = RunningTracker.SHARED;
    private final String email = RunningTracker.newAddress();

    @Test
    void aSubmissionBecomesAnAttributedReferral() {
        LeadReported submission = LeadRecord.submission(email, "C-100", SourceChannel.email_intro);
        submission.getSubmission().setCompany("Acme, Inc.");

        tracker.publish(submission);

        JsonNode referral = referralAfter(1);
        assertThat(referral.at("/lead/email").asString()).isEqualTo(email);
        assertThat(referral.at("/lead/name").asString()).isEqualTo(LeadRecord.nameOf(email));
        assertThat(referral.at("/lead/company").asString()).isEqualTo("Acme, Inc.");
        assertThat(referral.at("/stage").asString()).isEqualTo("submitted");
        assertThat(referral.at("/disposition").asString()).isEqualTo("open");
        assertThat(referral.at("/attribution/state").asString()).isEqualTo("attributed");
        assertThat(referral.at("/attribution/confidence").asString()).isEqualTo("high");
        assertThat(referral.at("/attribution/referrer")).isEqualTo(RunningTracker.json("""
                {"kind": "customer", "id": "C-100"}"""));
        assertThat(referral.at("/attribution/decidedBy").asString()).isEqualTo("policy attribution-v1");
        assertThat(referral.at("/claims/0/strength").decimalValue()).isEqualTo("0.9");
        assertThat(referral.at("/claims/0/evidence/0/ref").asString()).isEqualTo("website-form/" + submission.getId());
        assertThat(referral.at("/introductionBasis").asString()).isEqualTo("advocate_introduced");
        assertThat(referral.at("/sourcePath/channel").asString()).isEqualTo("email_intro");
    }

    @Test
    void everyStepIsOnTheTopicWithTheReferralAsItStandsThen() {
        tracker.publish(LeadRecord.submission(email, "C-100", SourceChannel.email_intro));
        tracker.publish(LeadRecord.update(email, null, LeadStage.meeting_booked));
        LeadReported won = won(LeadRecord.NOON.plusSeconds(7200));
        tracker.publish(won);

        List<AttributionEvent> steps = tracker.stepsAfter(3, email);

        assertThat(steps)
                .extracting(AttributionEvent::getType)
                .containsExactly(
                        AttributionEventType.referral_submitted,
                        AttributionEventType.meeting_booked,
                        AttributionEventType.referral_converted);
        AttributionEvent last = steps.getLast();
        assertThat(last.getStage()).isEqualTo(LeadStage.deal_won);
        assertThat(last.getDisposition()).isEqualTo(Disposition.won);
        assertThat(last.getOwner()).isEqualTo("rep-7");
        assertThat(last.getWonAt()).isEqualTo(won.getOccurredAt());
        assertThat(last.getValue()).isEqualTo(LeadRecord.dollars(25_000));
        assertThat(last.getAttribution().getState()).isEqualTo(AttributionState.attributed);
        assertThat(last.getAttribution().getConfidence()).isEqualTo(Confidence.high);
        assertThat(last.getAttribution().getReferrer()).isEqualTo(new Party(PartyKind.customer, "C-100"));
        assertThat(last.getPolicy().getVersion()).isEqualTo("attribution-v1");
        assertThat(last.getPersonal().getEmail()).isEqualTo(email);
        assertThat(last.getMeta().getCausationId()).isEqualTo("hubspot/" + won.getId());
        assertThat(last.getMeta().getOccurredAt()).isEqualTo(won.getOccurredAt());
    }

    @Test
    void allStepsOfAReferralBelongTogetherAndEachHasItsOwnId() {
        LeadReported submission = LeadRecord.submission(email);
        submission.getSubmission().setAskId("ask-42");
        tracker.publish(submission);
        tracker.publish(LeadRecord.update(email, null, LeadStage.accepted));

        List<AttributionEvent> steps = tracker.stepsAfter(2, email);

        assertThat(steps).allMatch(step -> step.getMeta().getCorrelationId().equals("ask-42"));
        assertThat(steps).extracting(step -> step.getMeta().getEventId()).doesNotHaveDuplicates();
        assertThat(tracker.records(TopicCatalogue.ATTRIBUTIONS, steps.getFirst().getReferralId()))
                .allSatisfy(record -> {
                    CloudEventHeaders event =
                            CloudEventHeaders.readFrom(record.headers()).orElseThrow();
                    assertThat(event.id())
                            .isEqualTo(Objects.requireNonNull(record.value())
                                    .getMeta()
                                    .getEventId());
                    assertThat(event.source()).isEqualTo("askwell/attribution-tracker");
                    assertThat(event.type()).startsWith("referral.attribution.");
                });
    }

    @Test
    void whatTheCrmReportsBeforeTheSubmissionIsKeptUntilItComes() {
        String externalId = "CRM-" + UUID.randomUUID();
        double keptBefore = tracker.records("kept");
        tracker.publish(LeadRecord.update(null, externalId, LeadStage.accepted));
        tracker.publish(LeadRecord.update(email, null, LeadStage.meeting_booked));
        await().untilAsserted(() -> assertThat(tracker.records("kept")).isEqualTo(keptBefore + 2));
        assertThat(tracker.get("/v1/referrals?leadEmail=" + email).path("items"))
                .isEmpty();

        LeadReported submission = LeadRecord.submission(email);
        submission.getSubmission().setExternalId(externalId);
        tracker.publish(submission);

        assertThat(tracker.stepsAfter(3, email))
                .extracting(AttributionEvent::getType)
                .containsExactly(
                        AttributionEventType.referral_submitted,
                        AttributionEventType.referral_accepted,
                        AttributionEventType.meeting_booked);
        assertThat(tracker.referralOf(email).path("stage").asString()).isEqualTo("meeting_booked");
    }

    @Test
    void theSameExternalIdIsTheSameLead() {
        String externalId = "CRM-" + UUID.randomUUID();
        LeadReported first = LeadRecord.submission(email);
        first.getSubmission().setExternalId(externalId);
        tracker.publish(first);
        referralAfter(1);

        String otherAddress = RunningTracker.newAddress();
        LeadReported second = LeadRecord.submission(otherAddress);
        second.getSubmission().setExternalId(externalId);
        tracker.publish(second);

        await().untilAsserted(() -> assertThat(
                        tracker.get("/v1/referrals?leadEmail=" + otherAddress).at("/items/0/referralId"))
                .isEqualTo(tracker.referralOf(email).path("referralId")));
        assertThat(tracker.referralOf(email).path("flags"))
                .isEqualTo(RunningTracker.json("[\"duplicate_submission\",\"unknown_referrer\"]"));
    }

    @Test
    void submissionsWithoutAddressAndExternalIdAreAReferralEach() {
        String referrer = "C-" + UUID.randomUUID();
        tracker.publish(LeadRecord.submission(null, referrer, SourceChannel.call));
        tracker.publish(LeadRecord.submission(null, referrer, SourceChannel.call));

        await().untilAsserted(() -> assertThat(
                        tracker.get("/v1/referrals?referrerId=" + referrer).path("items"))
                .hasSize(2));
    }

    private LeadReported won(Instant at) {
        LeadReported won = LeadRecord.update(email, null, LeadStage.deal_won);
        won.setOccurredAt(at);
        won.getUpdate().setValue(LeadRecord.dollars(25_000));
        return won;
    }

    private JsonNode referralAfter(int steps) {
        tracker.stepsAfter(steps, email);
        return tracker.referralOf(email);
    }
}
