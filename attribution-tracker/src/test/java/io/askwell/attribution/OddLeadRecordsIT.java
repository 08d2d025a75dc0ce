package io.askwell.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.SourceChannel;
import io.askwell.leads.v1.LeadKind;
import io.askwell.leads.v1.LeadPersonalData;
import io.askwell.leads.v1.LeadReported;
import io.askwell.leads.v1.LinkClick;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.schemas.leads.LeadKey;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Records that come twice, that cannot be read, or that say nothing here. */
class OddLeadRecordsIT {

    private final RunningTracker tracker = RunningTracker.SHARED;
    private final String email = RunningTracker.newAddress();

    @Test
    void aRecordThatComesTwiceCountsOnce() {
        LeadReported submission = LeadRecord.submission(email);
        double repeatedBefore = tracker.records("repeated");

        tracker.publish(submission);
        tracker.publish(submission);
        tracker.publish(LeadRecord.update(email, null, LeadStage.accepted));

        assertThat(tracker.stepsAfter(2, email))
                .extracting(AttributionEvent::getType)
                .containsExactly(AttributionEventType.referral_submitted, AttributionEventType.referral_accepted);
        assertThat(tracker.referralOf(email).path("flags")).isEqualTo(RunningTracker.json("[\"unknown_referrer\"]"));
        assertThat(tracker.records("repeated")).isGreaterThan(repeatedBefore);
    }

    @Test
    void aRecordThatBreaksTheContractIsADeadLetterAndStopsNobody() {
        LeadReported poison = LeadRecord.submission(email);
        poison.setOccurredAt(Instant.parse("2999-01-01T00:00:00Z"));
        tracker.publish(poison);
        tracker.publish("not-a-lead", new byte[] {1, 2, 3});
        tracker.publish(LeadRecord.submission(email));

        tracker.stepsAfter(1, email);
        await().untilAsserted(() -> {
            assertThat(deadLetters()).anySatisfy(record -> {
                assertThat(record.key()).isEqualTo("not-a-lead");
                assertThat(record.value()).isEqualTo(new byte[] {1, 2, 3});
            });
            assertThat(deadLetters())
                    .anySatisfy(record -> assertThat(new String(
                                    record.headers().lastHeader("dlt_reason").value(), UTF_8))
                            .isEqualTo("breaks_contract"));
        });
    }

    @Test
    void aRecordThatBreaksTheContractAmongOthersOfItsLeadStopsNoneOfThem() {
        LeadReported poison = LeadRecord.submission(email);
        poison.setOccurredAt(Instant.parse("2999-01-01T00:00:00Z"));
        tracker.whileLeadsWait(() -> {
            tracker.publish(LeadRecord.submission(email));
            tracker.publish(poison);
            tracker.publish(LeadRecord.update(email, null, LeadStage.accepted));
            tracker.publish(LeadRecord.update(email, null, LeadStage.meeting_booked));
        });

        assertThat(tracker.stepsAfter(3, email))
                .extracting(AttributionEvent::getType)
                .containsExactly(
                        AttributionEventType.referral_submitted,
                        AttributionEventType.referral_accepted,
                        AttributionEventType.meeting_booked);
        await().untilAsserted(() ->
                assertThat(deadLetters()).extracting(ConsumerRecord::key).contains(LeadKey.of(poison)));
    }

    @Test
    void recordsOfALeadThatAreReadTogetherAreToldOneAfterTheOther() {
        LeadReported submission = LeadRecord.submission(email);
        tracker.whileLeadsWait(() -> {
            tracker.publish(submission);
            tracker.publish(LeadRecord.update(email, null, LeadStage.accepted));
            tracker.publish(submission);
            tracker.publish(LeadRecord.submission(email));
        });

        List<AttributionEvent> steps = tracker.stepsAfter(3, email);
        assertThat(steps)
                .extracting(AttributionEvent::getType)
                .containsExactly(
                        AttributionEventType.referral_submitted,
                        AttributionEventType.referral_accepted,
                        AttributionEventType.referral_duplicate);
        assertThat(steps.getFirst().getMeta().getCausationId()).isEqualTo("website-form/" + submission.getId());
    }

    @Test
    void aClickThatNoFormGivesBackIsKept() {
        double keptBefore = tracker.records("kept");

        tracker.publish(LeadReported.newBuilder()
                .setSource("link")
                .setId(UUID.randomUUID().toString())
                .setKind(LeadKind.clicked)
                .setOccurredAt(LeadRecord.NOON)
                .setClick(new LinkClick("L-1", "k-1"))
                .build());

        await().untilAsserted(() -> assertThat(tracker.records("kept")).isEqualTo(keptBefore + 1));
    }

    @Test
    void aLeadWithoutAnyIdentityIsKeptAndWaitsForAPerson() {
        JsonNode referral = submittedWith(personal -> personal.setEmail(null));

        assertThat(referral.path("flags")).isEqualTo(RunningTracker.json("[\"no_identity\",\"unknown_referrer\"]"));
        assertThat(tracker.get("/v1/reviews?limit=500").path("items").valueStream())
                .anySatisfy(review -> {
                    assertThat(review.path("referralId")).isEqualTo(referral.path("referralId"));
                    assertThat(review.path("kind").asString()).isEqualTo("no_identity");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sam at acme",
                "@acme.example",
                "sam@",
                "a@b",
                "\u202Esam\u202C",
                "sam@acme.example, kim@acme.example"
            })
    void anAddressThatIsNoneIsNoIdentityAndNoReasonToRefuse(String address) {
        JsonNode referral = submittedWith(personal -> personal.setEmail(address));

        assertThat(referral.at("/lead/email").isNull()).isTrue();
        assertThat(referral.path("flags")).isEqualTo(RunningTracker.json("[\"no_identity\",\"unknown_referrer\"]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"call me", "+", "0", "٠١٢٣", "+1 415 555 0101 ext. x", "99999999999999999999999"})
    void aTelephoneThatIsNoneIsNoIdentityAndNoReasonToRefuse(String phone) {
        JsonNode referral = submittedWith(personal -> {
            personal.setEmail(email);
            personal.setPhone(phone);
        });

        assertThat(referral.at("/lead/email").asString()).isEqualTo(email);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameIsKeptAsItIs(String name) {
        JsonNode referral = submittedWith(personal -> {
            personal.setEmail(email);
            personal.setName(name);
        });

        assertThat(referral.at("/lead/name").asString()).isEqualTo(name);
    }

    static Stream<String> names() {
        return Stream.of(
                "שרה כהן",
                "محمد عبد الله",
                "\u202Eeor mas\u202C",
                "A\u030Angstro\u0308m Ame\u0301lie",
                "\uD83D\uDE00",
                "O'Brien; drop table lead_key; --",
                "x".repeat(10_000));
    }

    private JsonNode submittedWith(Consumer<LeadPersonalData> change) {
        String referrer = "C-" + UUID.randomUUID();
        LeadReported submission = LeadRecord.submission(email, referrer, SourceChannel.form);
        change.accept(submission.getPersonal());
        tracker.publish(submission);
        return await().until(
                        () -> tracker.get("/v1/referrals?referrerId=" + referrer)
                                .path("items"),
                        items -> items.size() == 1)
                .get(0);
    }

    private List<ConsumerRecord<String, byte @Nullable []>> deadLetters() {
        return tracker.read(TopicCatalogue.LEADS.deadLetterTopic(), new ByteArrayDeserializer());
    }
}
