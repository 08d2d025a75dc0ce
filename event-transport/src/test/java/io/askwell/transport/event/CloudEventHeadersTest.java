package io.askwell.transport.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The CloudEvents project's own Kafka binding is the judge. */
class CloudEventHeadersTest {

    private static final Instant TIME = Instant.parse("2026-10-01T09:30:00.123456Z");
    private static final CloudEventHeaders HEADERS =
            new CloudEventHeaders("evt-ä", "askwell/ask-drafter", "referral.ask.drafted", TIME);
    private static final byte[] VALUE = {0, 0, 0, 0, 7, 42};

    @Test
    void anyCloudEventsReaderReadsWhatWeWrite() {
        var record = new ConsumerRecord<>("asks", 0, 0, "C-1", VALUE);
        HEADERS.writeTo(record.headers());

        CloudEvent event = KafkaMessageFactory.createReader(record).toEvent();

        assertThat(event.getId()).isEqualTo("evt-ä");
        assertThat(event.getSource()).isEqualTo(URI.create("askwell/ask-drafter"));
        assertThat(event.getType()).isEqualTo("referral.ask.drafted");
        assertThat(Objects.requireNonNull(event.getTime()).toInstant()).isEqualTo(TIME);
        assertThat(event.getDataContentType()).isEqualTo("application/avro");
        assertThat(Objects.requireNonNull(event.getData()).toBytes()).isEqualTo(VALUE);
    }

    @Test
    void weReadWhatAnyCloudEventsWriterWrites() {
        CloudEvent event = CloudEventBuilder.v1()
                .withId("evt-9")
                .withSource(URI.create("https://crm.example/hooks"))
                .withType("referral.signal.nps_scored")
                .withTime(OffsetDateTime.of(2026, 10, 1, 11, 30, 0, 0, ZoneOffset.ofHours(2)))
                .withData("application/avro", VALUE)
                .build();
        var record = KafkaMessageFactory.<String>createWriter("signals", "C-1").writeBinary(event);

        assertThat(CloudEventHeaders.readFrom(record.headers()))
                .contains(new CloudEventHeaders(
                        "evt-9",
                        "https://crm.example/hooks",
                        "referral.signal.nps_scored",
                        Instant.parse("2026-10-01T09:30:00Z")));
    }

    @Test
    void writingAgainReplacesTheAttributes() {
        var headers = new RecordHeaders();
        new CloudEventHeaders("old", "s", "t", TIME).writeTo(headers);

        HEADERS.writeTo(headers);

        assertThat(headers.headers(CloudEventHeaders.ID)).hasSize(1);
        assertThat(CloudEventHeaders.readFrom(headers)).contains(HEADERS);
    }

    @Test
    void aRecordWithoutAllAttributesIsNoCloudEvent() {
        var headers = new RecordHeaders();
        HEADERS.writeTo(headers);
        headers.remove(CloudEventHeaders.SOURCE);

        assertThat(CloudEventHeaders.readFrom(headers)).isEmpty();
    }

    @Test
    void aTimeThatIsNoTimeIsNoCloudEvent() {
        var headers = new RecordHeaders();
        HEADERS.writeTo(headers);
        headers.remove(CloudEventHeaders.TIME).add(CloudEventHeaders.TIME, "yesterday".getBytes(UTF_8));

        assertThat(CloudEventHeaders.readFrom(headers)).isEmpty();
    }
}
