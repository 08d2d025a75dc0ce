package io.askwell.reward;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.event.v1.EventMeta;
import io.askwell.event.v1.IntroductionBasis;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.event.KeyPartition;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** The log may repeat itself, redrive what is old and hold what nobody can read. */
class DeliveryIT {

    private final RunningLedger ledger = RunningLedger.get();

    @Test
    void anEventThatIsDeliveredTwiceHasOneEffect() {
        AttributionEvent won = AttributionEvents.won("R-delivered-twice", Duration.ofDays(1));

        ledger.publish(won);
        ledger.publish(won);
        awaitRead("R-delivered-twice");

        assertThat(ledger.rewards("R-delivered-twice")).hasSize(2);
        await().untilAsserted(() -> assertThat(ledger.published(TopicCatalogue.REWARDS, "R-delivered-twice"))
                .hasSize(2));
    }

    @Test
    void anEventThatIsDeliveredAgainAfterTheNextOneUndoesNothing() {
        AttributionEvent won = AttributionEvents.won("R-again", Duration.ofDays(1));
        AttributionEvent doubtful = AttributionEvents.after(won)
                .setIntroductionBasis(IntroductionBasis.unknown)
                .build();
        // Both recorded at the same instant, so that nothing but the event's id tells a repetition from news.
        doubtful.getMeta().setRecordedAt(won.getMeta().getRecordedAt());

        ledger.publish(won);
        ledger.publish(doubtful);
        ledger.publish(won);
        awaitRead("R-again");

        assertThat(ledger.reward("R-again", "referrer").path("state").asString())
                .isEqualTo("not_eligible");
    }

    @Test
    void anOlderEventThatComesLateUndoesNothing() {
        AttributionEvent won = AttributionEvents.won("R-late", Duration.ofDays(1));
        AttributionEvent doubtful = AttributionEvents.after(won)
                .setIntroductionBasis(IntroductionBasis.unknown)
                .build();
        AttributionEvent older = AttributionEvent.newBuilder(won)
                .setMeta(EventMeta.newBuilder(won.getMeta())
                        .setEventId("redriven-R-late")
                        .setRecordedAt(won.getMeta().getRecordedAt().minusSeconds(60))
                        .build())
                .build();
        ledger.publish(won);
        ledger.publish(doubtful);
        ledger.awaitState("R-late", "referrer", "not_eligible");

        ledger.publish(older);
        awaitRead("R-late");

        assertThat(ledger.reward("R-late", "referrer").path("state").asString()).isEqualTo("not_eligible");
    }

    @Test
    void whatCannotBeDecodedGoesToTheDeadLettersAsItCameAndHoldsUpNobody() {
        byte[] garbage = "not avro".getBytes(UTF_8);
        ledger.publish("R-poison", garbage);
        ledger.publish(AttributionEvents.won("R-poison", Duration.ofDays(1)));

        ledger.awaitState("R-poison", "referrer", "awaiting_approval");
        ConsumerRecord<String, byte[]> letter = deadLetter("R-poison");
        assertThat(letter.value()).isEqualTo(garbage);
        assertThat(reason(letter)).isEqualTo("undecodable");
    }

    @Test
    void aWonDealWithoutTheTimeOfItsWinGoesToTheDeadLetters() {
        AttributionEvent won = AttributionEvents.won("R-unusable", Duration.ofDays(1));
        won.setWonAt(null);
        ledger.publish(won);
        awaitRead("R-unusable");

        assertThat(reason(deadLetter("R-unusable"))).isEqualTo("unusable");
        assertThat(ledger.rewards("R-unusable")).isEmpty();
    }

    @Test
    void anEventUnderTheKeyOfAnotherReferralGoesToTheDeadLetters() {
        AttributionEvent won = AttributionEvents.won("R-mine", Duration.ofDays(1));
        ledger.publish("R-not-mine", ledger.encoded(won));
        awaitRead("R-not-mine");

        assertThat(reason(deadLetter("R-not-mine"))).isEqualTo("wrong_key");
        assertThat(ledger.rewards("R-mine")).isEmpty();
    }

    /** Once a later record of the same partition had its effect, the earlier ones have been read. */
    private void awaitRead(String referralId) {
        String marker = markerBehind(referralId);
        ledger.proposed(marker, Duration.ofDays(1));
    }

    /** A referral whose key shares the partition. */
    private String markerBehind(String referralId) {
        int partition = partition(referralId);
        int number = 0;
        while (partition(referralId + "-marker-" + number) != partition) {
            number++;
        }
        return referralId + "-marker-" + number;
    }

    private static int partition(String key) {
        return KeyPartition.of(key.getBytes(UTF_8), TopicCatalogue.ATTRIBUTIONS.partitions());
    }

    private ConsumerRecord<String, byte[]> deadLetter(String key) {
        return await().until(
                        () -> ledger.records(TopicCatalogue.ATTRIBUTIONS.deadLetterTopic()).stream()
                                .filter(record -> key.equals(record.key()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        return new String(
                Objects.requireNonNull(letter.headers().lastHeader("dlt_reason"))
                        .value(),
                UTF_8);
    }
}
