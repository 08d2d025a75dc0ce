package io.askwell.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.askwell.attributions.v1.Attribution;
import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.attributions.v1.AttributionState;
import io.askwell.attributions.v1.Disposition;
import io.askwell.event.v1.EventMeta;
import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.Party;
import io.askwell.event.v1.PartyKind;
import io.askwell.event.v1.Policy;
import io.askwell.event.v1.SourceChannel;
import io.askwell.event.v1.SourcePath;
import io.askwell.schemas.TopicCatalogue;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What became of a customer's referrals, as the tracker says it. */
class ReferralHistoryIT {

    private static final Instant NOW = Instant.parse("2026-10-09T08:00:00Z");

    private final String customerId = "C-" + UUID.randomUUID();
    private final Caller operator = Caller.of("ops", "operator");

    @BeforeEach
    void customerIsKnown() {
        Log.signal(Signals.askRecorded(customerId));
    }

    @Test
    void referralsThatAreCreditedToTheCustomerAreCountedAndThoseThatWereWon() {
        tell(referral("open", customerId, null, null));
        tell(referral("won", customerId, NOW, null));
        tell(referral("anothers", "C-other", NOW, null));

        awaitGivenAndConverted(2, 1);
    }

    @Test
    void aReferralThatIsCreditedToAnotherOrLivesOnInAnotherCountsNoMore() {
        tell(referral("lost", customerId, NOW, null));
        tell(referral("merged", customerId, null, null));
        tell(referral("stays", customerId, null, null));
        awaitGivenAndConverted(3, 1);

        tell(referral("lost", "C-other", NOW, null));
        tell(referral("merged", customerId, null, referralId("stays")));

        awaitGivenAndConverted(1, 0);
    }

    private void awaitGivenAndConverted(int given, int converted) {
        await().atMost(Asking.SOON).untilAsserted(() -> {
            var history = operator.get("/v1/customers/" + customerId + "/referral-history");
            assertThat(history.status()).isEqualTo(200);
            assertThat(history.body().at("/referralsGiven").asInt()).isEqualTo(given);
            assertThat(history.body().at("/referralsConverted").asInt()).isEqualTo(converted);
        });
    }

    private static void tell(AttributionEvent event) {
        byte[] value = RunningDrafter.serdes()
                .serializer(TopicCatalogue.ATTRIBUTIONS)
                .serialize(TopicCatalogue.ATTRIBUTIONS.name(), event);
        Log.write(TopicCatalogue.ATTRIBUTIONS, event.getReferralId(), value);
    }

    private String referralId(String name) {
        return name + "-of-" + customerId;
    }

    private AttributionEvent referral(
            String name, String credited, @Nullable Instant wonAt, @Nullable String mergedInto) {
        return AttributionEvent.newBuilder()
                .setMeta(EventMeta.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setOccurredAt(NOW)
                        .setRecordedAt(NOW)
                        .setCorrelationId("ask-7")
                        .build())
                .setType(AttributionEventType.referral_accepted)
                .setReferralId(referralId(name))
                .setStage(wonAt == null ? LeadStage.accepted : LeadStage.deal_won)
                .setDisposition(wonAt == null ? Disposition.open : Disposition.won)
                .setAttribution(Attribution.newBuilder()
                        .setState(AttributionState.attributed)
                        .setReferrer(new Party(PartyKind.customer, credited))
                        .setNote("named on the form")
                        .setDecidedBy("policy attribution-v1")
                        .build())
                .setSourcePath(
                        SourcePath.newBuilder().setChannel(SourceChannel.form).build())
                .setIntroductionBasis(IntroductionBasis.advocate_introduced)
                .setWonAt(wonAt)
                .setMergedInto(mergedInto)
                .setPolicy(new Policy("attribution-v1", "0".repeat(64)))
                .build();
    }
}
