package io.askwell.readiness.application;

import io.askwell.readiness.domain.Assessed;
import io.askwell.readiness.domain.Assessment;
import org.jspecify.annotations.Nullable;

/** Where assessments are published. */
public interface AssessmentLog {

    Entry entry(String customerId, Assessment assessment);

    /** An assessment that may be published. */
    interface Entry {

        /** The same for equal assessments, and another one for others or under another policy. */
        String fingerprint();

        void append(Publication publication);
    }

    /**
     * @param eventId the same on every retry
     * @param causationId the signal that led to it; null when time did
     */
    record Publication(
            String customerId,
            Assessed assessed,
            LogPosition coveredThrough,
            String eventId,
            String correlationId,
            @Nullable String causationId) {}
}
