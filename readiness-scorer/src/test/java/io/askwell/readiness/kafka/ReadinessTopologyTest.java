package io.askwell.readiness.kafka;

import static io.askwell.readiness.kafka.ScorerDriver.CUSTOMER;
import static io.askwell.readiness.kafka.ScorerDriver.NOW;
import static io.askwell.readiness.kafka.ScorerDriver.encoded;
import static io.askwell.readiness.kafka.ScorerDriver.nps;
import static io.askwell.readiness.kafka.ScorerDriver.signal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.event.v1.Readiness;
import io.askwell.signals.v1.SignalRecorded;
import io.askwell.transport.event.CloudEventHeaders;
import io.askwell.transport.event.Traceparent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadinessTopologyTest {

    @TempDir
    Path directory;

    private ScorerDriver scorer;

    @BeforeEach
    void start() {
        scorer = new ScorerDriver(directory);
    }

    @AfterEach
    void stop() {
        scorer.close();
    }

    @Test
    void everySignalThatChangesTheAssessmentIsPublishedWithWhatItRestsOn() {
        scorer.establish();
        scorer.send(nps("nps", 9));

        var records = scorer.readiness.readRecordsToList();
        assertThat(records)
                .extracting(record -> record.value().getDecision())
                .containsExactly(Readiness.wait, Readiness.wait, Readiness.ask_now);
        var last = records.getLast();
        assertThat(last.key()).isEqualTo(CUSTOMER.getBytes(UTF_8));
        assertThat(last.value().getCoveredThrough().getOffset()).isEqualTo(2);
        assertThat(last.value().getCoveredThrough().getPartition()).isZero();
        assertThat(last.value().getMeta().getEventId()).isEqualTo(CUSTOMER + "/0-2");
        assertThat(last.value().getMeta().getCausationId()).isEqualTo("test/nps");
        assertThat(last.value().getMeta().getCorrelationId()).isEqualTo("test/nps");
        assertThat(last.value().getPolicy().getVersion()).isEqualTo("readiness-v1");
        assertThat(last.value().getPolicy().getHash()).matches("[0-9a-f]{64}");
        assertThat(last.value().getProfile().getOwnerId()).isEqualTo("rep-7");
        assertThat(last.value().getSuccesses())
                .singleElement()
                .satisfies(success -> assertThat(success.getName()).isEqualTo("Go live"));
        assertThat(CloudEventHeaders.readFrom(last.headers()))
                .hasValueSatisfying(event -> assertThat(event.id()).isEqualTo(CUSTOMER + "/0-2"));
    }

    @Test
    void aSignalDeliveredTwiceHasOneEffect() {
        scorer.establish();
        scorer.send(nps("nps", 9));
        scorer.readiness.readRecordsToList();

        scorer.send(SignalRecorded.newBuilder(nps("nps", 9)).setRecordedAt(NOW).build());

        assertThat(scorer.readiness.isEmpty()).isTrue();
        assertThat(scorer.deadLetters.isEmpty()).isTrue();
    }

    @Test
    void aSignalThatChangesNothingIsNotPublished() {
        scorer.establish();
        scorer.readiness.readRecordsToList();

        scorer.send(signal("health", "health_reported", NOW, Map.of("status", "healthy")));

        assertThat(scorer.readiness.isEmpty()).isTrue();
    }

    @Test
    void aWindowThatClosesIsPublishedWithoutASignal() {
        scorer.establish();
        scorer.send(nps("nps", 9));
        scorer.readiness.readRecordsToList();

        scorer.passes(Duration.ofHours(24).minusMillis(1));
        assertThat(scorer.readiness.isEmpty()).isTrue();
        scorer.passes(Duration.ofMillis(501));

        var closed = scorer.readiness.readValue();
        assertThat(closed.getDecision()).isEqualTo(Readiness.wait);
        assertThat(closed.getReasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.getCode()).isEqualTo("no_open_trigger"));
        assertThat(closed.getMeta().getEventId()).isEqualTo(CUSTOMER + "/2026-11-23T12:00:00Z");
        assertThat(closed.getMeta().getCausationId()).isNull();
        assertThat(closed.getCoveredThrough().getOffset()).isEqualTo(2);
        assertThat(scorer.readiness.isEmpty()).isTrue();
    }

    @Test
    void everyLaterMomentIsCaughtAsWell() {
        scorer.establish();
        scorer.send(nps("nps", 9));
        scorer.passes(Duration.ofHours(25));
        scorer.readiness.readRecordsToList();

        scorer.passes(Duration.ofDays(7));

        assertThat(scorer.readiness.readRecordsToList())
                .singleElement()
                .satisfies(record -> assertThat(record.value().getScore()).isEqualTo(60));
    }

    @Test
    void aConcernThatCameAndWentIsStillToldToWhoeverMustRecall() {
        scorer.establish();
        scorer.send(signal("opened", "ticket_opened", NOW.minusSeconds(60), Map.of("ticketId", "t-1")));
        scorer.send(signal("resolved", "ticket_resolved", NOW.minusSeconds(30), Map.of("ticketId", "t-1")));

        assertThat(scorer.readiness.readValuesToList().getLast())
                .satisfies(assessed -> assertThat(assessed.getConcerns()).isEmpty())
                .satisfies(assessed -> assertThat(assessed.getLastConcernAt()).isEqualTo(NOW));
    }

    @Test
    void theTraceOfASignalGoesOn() {
        var sent = Traceparent.start();
        var headers =
                new RecordHeaders().add(Traceparent.HEADER, sent.toString().getBytes(UTF_8));

        scorer.send(CUSTOMER.getBytes(UTF_8), encoded(nps("nps", 9)), headers);

        var header = scorer.readiness.readRecord().headers().lastHeader(Traceparent.HEADER);
        assertThat(Traceparent.parse(new String(header.value(), UTF_8))).hasValueSatisfying(received -> {
            assertThat(received.traceId()).isEqualTo(sent.traceId());
            assertThat(received.spanId()).isNotEqualTo(sent.spanId());
        });
    }
}
