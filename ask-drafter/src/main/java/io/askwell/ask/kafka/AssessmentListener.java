package io.askwell.ask.kafka;

import io.askwell.ask.application.ApplyAssessment;
import io.askwell.ask.application.Customers;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.transport.kafka.PoisonRecordException;
import io.askwell.transport.kafka.RecordHandler;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** Takes over what the scorer says. */
public final class AssessmentListener implements RecordHandler<ReadinessAssessed> {

    private final ApplyAssessment applyAssessment;
    private final Customers customers;

    public AssessmentListener(ApplyAssessment applyAssessment, Customers customers) {
        this.applyAssessment = applyAssessment;
        this.customers = customers;
    }

    @Override
    public void handle(ConsumerRecord<String, @Nullable ReadinessAssessed> record) {
        ReadinessAssessed assessed = record.value();
        if (assessed == null) {
            throw new PoisonRecordException("no_value", "An assessment is never deleted");
        }
        if (!assessed.getCustomerId().equals(record.key())) {
            throw new PoisonRecordException("key_mismatch", "The key is not the customerId");
        }
        applyAssessment.apply(record.key(), AssessmentReader.read(assessed));
    }

    /** It may have been the one that reports a complaint. */
    @Override
    public void putAside(String customerId) {
        customers.saveUnreadAssessment(customerId);
    }
}
