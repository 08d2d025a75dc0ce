package io.askwell.readiness.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.askwell.readiness.ReadinessScorerMetrics;
import io.askwell.readiness.application.AssessmentLog;
import io.askwell.readiness.domain.Assessment;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.transport.event.CloudEventHeaders;
import io.askwell.transport.event.Traceparent;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Sends assessments down the topology, within the transaction that commits what they rest on. */
final class ForwardedAssessments implements AssessmentLog {

    private static final String SOURCE = "askwell/readiness-scorer";
    private static final String TYPE = "referral.readiness.assessed";

    private final ProcessorContext<byte[], byte[]> context;
    private final ReadinessFormat format;
    private final ReadinessScorerMetrics metrics;

    ForwardedAssessments(
            ProcessorContext<byte[], byte[]> context, ReadinessFormat format, ReadinessScorerMetrics metrics) {
        this.context = context;
        this.format = format;
        this.metrics = metrics;
    }

    @Override
    public Entry entry(String customerId, Assessment assessment) {
        return new Forwarded(format.content(customerId, assessment));
    }

    private final class Forwarded implements Entry {

        private final ReadinessAssessed content;

        Forwarded(ReadinessAssessed content) {
            this.content = content;
        }

        @Override
        public String fingerprint() {
            return format.fingerprint(content);
        }

        @Override
        public void append(Publication publication) {
            var assessed = publication.assessed();
            var headers = new RecordHeaders();
            new CloudEventHeaders(publication.eventId(), SOURCE, TYPE, assessed.at()).writeTo(headers);
            headers.add(
                    Traceparent.HEADER, Traceparent.current().child().toString().getBytes(UTF_8));
            var record = new Record<>(
                    publication.customerId().getBytes(UTF_8),
                    format.value(content, publication),
                    assessed.at().toEpochMilli(),
                    headers);
            context.forward(record, ReadinessTopology.READINESS);
            metrics.published(assessed.assessment());
        }
    }
}
