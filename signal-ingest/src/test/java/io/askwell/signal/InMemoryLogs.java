package io.askwell.signal;

import io.askwell.leads.v1.LeadReported;
import io.askwell.signals.v1.SignalRecorded;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The whole service with its log in memory, at a fixed moment. */
@TestConfiguration(proxyBeanMethods = false)
public class InMemoryLogs {

    public static final Instant NOW = Instant.parse("2026-10-10T12:00:00Z");

    @Bean
    @Primary
    RecordingLog<SignalRecorded> recordingSignalLog() {
        return new RecordingLog<>();
    }

    @Bean
    @Primary
    RecordingLog<LeadReported> recordingLeadLog() {
        return new RecordingLog<>();
    }

    @Bean
    @Primary
    InstantSource fixedClock() {
        return InstantSource.fixed(NOW);
    }
}
