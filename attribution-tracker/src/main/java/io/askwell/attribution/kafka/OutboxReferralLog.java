package io.askwell.attribution.kafka;

import io.askwell.attribution.application.ReferralLog;
import io.askwell.attribution.application.Told;
import io.askwell.attribution.domain.Referral;
import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.Review;
import io.askwell.attribution.domain.Words;
import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.attributions.v1.PendingReview;
import io.askwell.event.v1.EventMeta;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.event.CloudEventHeaders;
import io.askwell.transport.event.Traceparent;
import io.askwell.transport.outbox.Outbox;
import io.askwell.transport.outbox.OutboxRecord;
import io.askwell.transport.outbox.TracedRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serializer;

/** Says what happened by leaving encoded records in the outbox; ids of events follow from what they say. */
public final class OutboxReferralLog implements ReferralLog {

    private static final String SOURCE = "askwell/attribution-tracker";
    private static final String REVIEW_OPENED = "referral.review.opened";
    private static final String REVIEW_CHANGED = "referral.review.changed";
    private static final String REVIEW_CLOSED = "referral.review.closed";

    private final Outbox outbox;
    private final Serializer<AttributionEvent> steps;
    private final Serializer<PendingReview> reviews;

    public OutboxReferralLog(Outbox outbox, AvroSerdes serdes) {
        this.outbox = outbox;
        this.steps = serdes.serializer(TopicCatalogue.ATTRIBUTIONS);
        this.reviews = serdes.serializer(TopicCatalogue.PENDING_REVIEWS);
    }

    @Override
    public void append(List<Told> told) {
        List<TracedRecord> records = new ArrayList<>();
        for (Told one : told) {
            Traceparent trace = TracesOfFacts.of(one.cause());
            one.changes().stream()
                    .flatMap(change -> records(change, one.cause(), one.at()))
                    .forEach(record -> records.add(new TracedRecord(record, trace)));
        }
        if (!records.isEmpty()) {
            outbox.appendAll(records);
        }
    }

    private Stream<OutboxRecord> records(ReferralChange change, String cause, Instant recordedAt) {
        return Stream.of(
                        change.steps().stream().map(step -> record(step, change, cause, recordedAt)),
                        change.opened().stream()
                                .map(review -> record(REVIEW_OPENED, review, change, cause, recordedAt)),
                        change.changed().stream()
                                .map(review -> record(REVIEW_CHANGED, review, change, cause, recordedAt)),
                        change.closed().stream().map(review -> tombstone(review, cause, recordedAt)))
                .flatMap(records -> records);
    }

    private OutboxRecord record(ReferralChange.Step step, ReferralChange change, String cause, Instant recordedAt) {
        Referral referral = change.after();
        String word = Words.of(step.type());
        String eventId = eventId(referral.referralId(), cause, word);
        EventMeta meta = meta(eventId, step.occurredAt(), cause, referral, recordedAt);
        return new OutboxRecord(
                TopicCatalogue.ATTRIBUTIONS.name(),
                referral.referralId().toString(),
                steps.serialize(TopicCatalogue.ATTRIBUTIONS.name(), ReferralRecords.step(meta, step.type(), referral)),
                new CloudEventHeaders(eventId, SOURCE, "referral.attribution." + word, recordedAt));
    }

    private OutboxRecord record(String type, Review review, ReferralChange change, String cause, Instant recordedAt) {
        String eventId = eventId(review.reviewId(), cause, type);
        EventMeta meta = meta(eventId, change.happenedAt(), cause, change.after(), recordedAt);
        return new OutboxRecord(
                TopicCatalogue.PENDING_REVIEWS.name(),
                review.reviewId().toString(),
                reviews.serialize(
                        TopicCatalogue.PENDING_REVIEWS.name(), ReferralRecords.pending(meta, review, change.after())),
                new CloudEventHeaders(eventId, SOURCE, type, recordedAt));
    }

    private static OutboxRecord tombstone(Review review, String cause, Instant recordedAt) {
        String eventId = eventId(review.reviewId(), cause, REVIEW_CLOSED);
        return OutboxRecord.tombstone(
                TopicCatalogue.PENDING_REVIEWS.name(),
                review.reviewId().toString(),
                new CloudEventHeaders(eventId, SOURCE, REVIEW_CLOSED, recordedAt));
    }

    private static EventMeta meta(
            String eventId, Instant occurredAt, String cause, Referral referral, Instant recordedAt) {
        return new EventMeta(eventId, occurredAt, recordedAt, referral.correlationId(), cause);
    }

    /** The same for the same step of the same thing by the same cause, so that a repetition can be told from news. */
    private static String eventId(UUID subject, String cause, String what) {
        String name = "%s\n%s\n%s".formatted(subject, cause, what);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
