package io.askwell.ask.kafka;

import io.askwell.ask.application.ApplyAssessments;
import io.askwell.ask.application.Customers;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.transport.kafka.BatchHandler;
import io.askwell.transport.kafka.Delivery;
import io.askwell.transport.kafka.PoisonRecordException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes over what the scorer says. */
public final class AssessmentListener implements BatchHandler<ReadinessAssessed> {

    private final ApplyAssessments applyAssessments;
    private final Customers customers;

    public AssessmentListener(ApplyAssessments applyAssessments, Customers customers) {
        this.applyAssessments = applyAssessments;
        this.customers = customers;
    }

    @Override
    public void handleAll(List<Delivery<ReadinessAssessed>> deliveries) {
        List<ReadinessAssessed> assessments =
                deliveries.stream().map(delivery -> checked(delivery.record())).toList();
        var together = applyAssessments.about(
                assessments.stream().map(ReadinessAssessed::getCustomerId).toList());
        for (int number = 0; number < assessments.size(); number++) {
            ReadinessAssessed assessed = assessments.get(number);
            deliveries.get(number).trace().during(() -> {
                together.apply(assessed.getCustomerId(), AssessmentReader.read(assessed));
                return assessed;
            });
        }
        together.save();
    }

    /** It may have been the one that reports a complaint. */
    @Override
    public void putAside(String customerId) {
        customers.saveUnreadAssessment(customerId);
    }

    private static ReadinessAssessed checked(ConsumerRecord<String, @Nullable ReadinessAssessed> record) {
        ReadinessAssessed assessed = record.value();
        if (assessed == null) {
            throw new PoisonRecordException("no_value", "An assessment is never deleted");
        }
        if (!assessed.getCustomerId().equals(record.key())) {
            throw new PoisonRecordException("key_mismatch", "The key is not the customerId");
        }
        return assessed;
    }
}
