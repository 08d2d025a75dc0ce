package io.askwell.signal;

import io.askwell.leads.v1.LeadReported;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.schemas.leads.LeadKey;
import io.askwell.signal.application.FactLog;
import io.askwell.signal.application.TakeReports;
import io.askwell.signal.domain.LeadReport;
import io.askwell.signal.domain.SignalReport;
import io.askwell.signal.http.BatchReader;
import io.askwell.signal.http.BodyBudget;
import io.askwell.signal.http.IntakeDesk;
import io.askwell.signal.http.LeadController;
import io.askwell.signal.http.RetryLaterAdvice;
import io.askwell.signal.http.SignalController;
import io.askwell.signal.kafka.FactPublisher;
import io.askwell.signal.kafka.LeadMapper;
import io.askwell.signal.kafka.SignalMapper;
import io.askwell.signals.v1.SignalRecorded;
import io.askwell.transport.http.BearerSecurity;
import io.askwell.transport.http.HttpConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.util.unit.DataSize;
import tools.jackson.databind.json.JsonMapper;

/** The wiring, in the order in which a report travels. */
@Configuration(proxyBeanMethods = false)
@Import({HttpConfiguration.class, LinkConfiguration.class, RetryLaterAdvice.class})
public class SignalIngestConfiguration {

    @Bean
    SecurityFilterChain security(HttpSecurity http, BearerSecurity bearer) {
        return bearer.chain(http, rules -> {
            rules.requestMatchers(HttpMethod.POST, "/v1/signals", "/v1/leads", "/v1/lead-updates", "/v1/links")
                    .hasAnyRole("source", "operator");
            rules.requestMatchers(HttpMethod.GET, "/r/*").permitAll();
            rules.requestMatchers(HttpMethod.HEAD, "/r/*").permitAll();
        });
    }

    @Bean
    IntakeDesk intakeDesk(
            JsonMapper json,
            @Value("${askwell.bodies.budget}") DataSize budget,
            @Value("${askwell.bodies.patience}") Duration patience) {
        return new IntakeDesk(new BodyBudget(Math.toIntExact(budget.toBytes()), patience), new BatchReader(json));
    }

    @Bean
    SignalController signalController(IntakeDesk desk, TakeReports<SignalReport, SignalRecorded> takeSignals) {
        return new SignalController(desk, takeSignals);
    }

    @Bean
    LeadController leadController(IntakeDesk desk, TakeReports<LeadReport, LeadReported> takeLeads) {
        return new LeadController(desk, takeLeads);
    }

    @Bean
    TakeReports<SignalReport, SignalRecorded> takeSignals(
            FactLog<SignalRecorded> signalLog, SignalIngestMetrics metrics, InstantSource clock) {
        return new TakeReports<>(new SignalMapper(), signalLog, metrics.of("signals"), clock);
    }

    @Bean
    TakeReports<LeadReport, LeadReported> takeLeads(
            FactLog<LeadReported> leadLog, SignalIngestMetrics metrics, InstantSource clock) {
        return new TakeReports<>(new LeadMapper(), leadLog, metrics.of("leads"), clock);
    }

    @Bean
    FactLog<SignalRecorded> signalLog(
            AvroSerdes serdes,
            KafkaTemplate<String, byte[]> kafka,
            @Value("${askwell.acknowledgement-patience}") Duration patience) {
        return new FactPublisher<>(
                TopicCatalogue.SIGNALS,
                serdes.serializer(TopicCatalogue.SIGNALS),
                SignalMapper::key,
                SignalMapper::event,
                kafka,
                patience);
    }

    @Bean
    FactLog<LeadReported> leadLog(
            AvroSerdes serdes,
            KafkaTemplate<String, byte[]> kafka,
            @Value("${askwell.acknowledgement-patience}") Duration patience) {
        return new FactPublisher<>(
                TopicCatalogue.LEADS,
                serdes.serializer(TopicCatalogue.LEADS),
                LeadKey::of,
                LeadMapper::event,
                kafka,
                patience);
    }

    /** A batch that fails is logged once, by whoever answers it, instead of once a record. */
    @Bean
    ProducerListener<Object, Object> producerListener() {
        return new ProducerListener<>() {};
    }

    @Bean
    AvroSerdes avroSerdes(@Value("${askwell.registry}") String registry) {
        return AvroSerdes.against(registry);
    }

    @Bean
    SignalIngestMetrics signalIngestMetrics(MeterRegistry registry) {
        return new SignalIngestMetrics(registry);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
