package io.askwell.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.NoteSpan;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.SourceChannel;
import io.askwell.leads.v1.LeadReported;
import io.askwell.rewards.v1.RewardState;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.ProfileDetails;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalPersonalData;
import io.askwell.signals.v1.SignalRecorded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What signals say of customers reaches the referrals that it concerns, however late it comes. */
class LateCustomerIT {

    private final RunningTracker tracker = RunningTracker.SHARED;
    private final String email = "lead@" + UUID.randomUUID() + ".example";
    private final String customerId = "C-" + UUID.randomUUID();

    @Test
    void aLateProfileShowsThatTheReferrerIsTheLead() {
        tracker.publish(LeadRecord.submission(email, customerId, SourceChannel.form));
        tracker.stepsAfter(1, email);
        assertThat(flags()).containsExactly("unknown_referrer");

        tracker.publish(profile(email, null));

        await().untilAsserted(() -> assertThat(flags()).containsExactly("self_referral"));
        JsonNode referral = tracker.referralOf(email);
        assertThat(referral.at("/attribution/state").asString()).isEqualTo("disputed");
        List<AttributionEvent> steps = tracker.stepsAfter(2, email);
        assertThat(steps.getLast().getFlags()).containsExactly("self_referral");
        assertThat(steps.getLast().getMeta().getCausationId()).startsWith(customerId + "/crm/");
        assertThat(steps.getLast().getOpenReviews())
                .extracting(review -> review.getKind())
                .containsExactly("self_referral");
    }

    @Test
    void aNoteNamesAContactWhoBecomesKnownLaterAndTheTextStaysWhereItWas() {
        String name = LeadRecord.nameOf(customerId);
        LeadReported submission = LeadRecord.submission(email, null, SourceChannel.call);
        submission.getPersonal().setNote("Referred by " + name + ", who was happy");
        tracker.publish(submission);
        tracker.stepsAfter(1, email);
        assertThat(tracker.referralOf(email).path("claims")).isEmpty();

        tracker.publish(profile("dana@" + UUID.randomUUID() + ".example", name));

        await().untilAsserted(() -> assertThat(
                        tracker.referralOf(email).at("/attribution/referrer/id").asString())
                .isEqualTo(customerId));
        JsonNode evidence = tracker.referralOf(email).at("/claims/0/evidence/0");
        assertThat(evidence.path("kind").asString()).isEqualTo("call");
        assertThat(evidence.path("span"))
                .isEqualTo(RunningTracker.json("{\"start\": 12, \"end\": %d}".formatted(12 + name.length())));
        AttributionEvent last = tracker.stepsAfter(2, email).getLast();
        assertThat(last.getClaims().getFirst().getEvidence().getFirst().getSpan())
                .isEqualTo(new NoteSpan(12, 12 + name.length()));
        assertThat(last.toString()).doesNotContain(name);
    }

    @Test
    void whatIsWonAndPaidStaysAsItWasJudged() {
        String other = "lead@" + UUID.randomUUID() + ".example";
        tracker.publish(LeadRecord.submission(email, customerId, SourceChannel.form));
        tracker.publish(LeadRecord.submission(other, customerId, SourceChannel.form));
        tracker.publish(LeadRecord.update(email, null, LeadStage.deal_won));
        String paid = tracker.stepsAfter(2, email).getLast().getReferralId();
        tracker.stepsAfter(1, other);
        tracker.publishReward(paid, RewardState.paid);
        await().until(() -> tracker.money(paid).isPresent());

        tracker.publish(profile("dana@" + UUID.randomUUID() + ".example", null));

        await().untilAsserted(() ->
                assertThat(tracker.referralOf(other).path("flags")).isEmpty());
        assertThat(flags()).containsExactly("unknown_referrer");
        assertThat(tracker.steps(paid)).hasSize(2);
    }

    @Test
    void aSignalThatBreaksTheContractIsADeadLetterAndStopsNobody() {
        tracker.publish(LeadRecord.submission(email, customerId, SourceChannel.form));
        tracker.stepsAfter(1, email);
        SignalRecorded poison = profile(email, null);
        poison.setOccurredAt(Instant.parse("2999-01-01T00:00:00Z"));

        tracker.publish(poison);
        tracker.publish(profile("dana@" + UUID.randomUUID() + ".example", null));

        await().untilAsserted(() -> assertThat(flags()).isEmpty());
        assertThat(tracker.read(TopicCatalogue.SIGNALS.deadLetterTopic(), new ByteArrayDeserializer()))
                .anySatisfy(record -> {
                    assertThat(record.key()).isEqualTo(customerId);
                    assertThat(new String(
                                    record.headers().lastHeader("dlt_reason").value(), UTF_8))
                            .isEqualTo("breaks_contract");
                });
    }

    private List<String> flags() {
        return tracker.referralOf(email)
                .path("flags")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private SignalRecorded profile(String address, @Nullable String contactName) {
        return SignalRecorded.newBuilder()
                .setSource("crm")
                .setId(UUID.randomUUID().toString())
                .setCustomerId(customerId)
                .setKind(SignalKind.customer_updated)
                .setOccurredAt(LeadRecord.NOON.minusSeconds(86_400))
                .setProfile(ProfileDetails.newBuilder()
                        .setSignedUpAt(LeadRecord.NOON.minusSeconds(86_400))
                        .build())
                .setPersonal(SignalPersonalData.newBuilder()
                        .setEmail(address)
                        .setContactName(contactName)
                        .build())
                .build();
    }
}
