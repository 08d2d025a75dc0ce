package io.askwell.reward;

import io.askwell.attributions.v1.Attribution;
import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.AttributionEventType;
import io.askwell.attributions.v1.AttributionState;
import io.askwell.attributions.v1.Confidence;
import io.askwell.attributions.v1.Disposition;
import io.askwell.event.v1.EventMeta;
import io.askwell.event.v1.IntroductionBasis;
import io.askwell.event.v1.LeadStage;
import io.askwell.event.v1.Money;
import io.askwell.event.v1.Party;
import io.askwell.event.v1.PartyKind;
import io.askwell.event.v1.Policy;
import io.askwell.event.v1.SourceChannel;
import io.askwell.event.v1.SourcePath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Events as the attribution tracker writes them. */
public final class AttributionEvents {

    private AttributionEvents() {}

    /** Won this long ago, credited to a customer of its own, since tier and cap count a customer's wins, with high confidence, 25,000.00 USD. */
    public static AttributionEvent won(String referralId, Duration ago) {
        Instant recordedAt = Instant.parse("2026-10-09T08:00:01Z");
        return AttributionEvent.newBuilder()
                .setMeta(EventMeta.newBuilder()
                        .setEventId(UUID.randomUUID().toString())
                        .setOccurredAt(recordedAt.minusSeconds(1))
                        .setRecordedAt(recordedAt)
                        .setCorrelationId("ask-7")
                        .build())
                .setType(AttributionEventType.referral_converted)
                .setReferralId(referralId)
                .setStage(LeadStage.deal_won)
                .setDisposition(Disposition.won)
                .setAttribution(attributedTo("C-" + referralId))
                .setSourcePath(
                        SourcePath.newBuilder().setChannel(SourceChannel.form).build())
                .setIntroductionBasis(IntroductionBasis.advocate_introduced)
                .setWonAt(Instant.now().minus(ago))
                .setValue(new Money(2_500_000L, "USD"))
                .setOpenReviews(List.of())
                .setPolicy(new Policy("attribution-v1", "0".repeat(64)))
                .build();
    }

    public static Attribution attributedTo(String customerId) {
        return Attribution.newBuilder()
                .setState(AttributionState.attributed)
                .setConfidence(Confidence.high)
                .setReferrer(new Party(PartyKind.customer, customerId))
                .setNote("named on the form")
                .setDecidedBy("policy attribution-v1")
                .build();
    }

    /** The next event of the same referral, to be changed and published. */
    public static AttributionEvent.Builder after(AttributionEvent event) {
        EventMeta meta = EventMeta.newBuilder(event.getMeta())
                .setEventId(UUID.randomUUID().toString())
                .setRecordedAt(event.getMeta().getRecordedAt().plusSeconds(1))
                .build();
        return AttributionEvent.newBuilder(event).setMeta(meta);
    }
}
