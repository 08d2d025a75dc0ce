package io.askwell.readiness;

import io.askwell.readiness.application.ReadReadiness;
import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import io.askwell.readiness.http.InstanceClient;
import io.askwell.readiness.http.ReadinessController;
import io.askwell.readiness.kafka.CustomerFormat;
import io.askwell.readiness.kafka.CustomerStores;
import io.askwell.readiness.kafka.ReadinessFormat;
import io.askwell.readiness.kafka.ReadinessTopology;
import io.askwell.readiness.kafka.ScorerStreams;
import io.askwell.readiness.kafka.SignalFormat;
import io.askwell.readiness.kafka.StreamsSettings;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.http.BearerSecurity;
import io.askwell.transport.http.HttpConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The wiring, in the order in which data flows: policy, signals, assessments, topology, and who may read. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(HttpConfiguration.class)
class ReadinessScorerConfiguration {

    @Bean
    static StampedPolicy readinessPolicy(@Value("${askwell.readiness-policy}") Resource file) {
        return ReadinessPolicyFile.load(file);
    }

    @Bean
    ReadinessAssessor readinessAssessor(StampedPolicy readinessPolicy) {
        return new ReadinessAssessor(readinessPolicy.policy());
    }

    @Bean
    AvroSerdes avroSerdes(@Value("${askwell.registry}") String registry) {
        return AvroSerdes.against(registry);
    }

    @Bean
    SignalFormat signalFormat(AvroSerdes serdes) {
        return new SignalFormat(serdes.serde(TopicCatalogue.SIGNALS));
    }

    @Bean
    ReadinessFormat readinessFormat(AvroSerdes serdes, StampedPolicy readinessPolicy) {
        return new ReadinessFormat(serdes.serializer(TopicCatalogue.READINESS), readinessPolicy);
    }

    @Bean
    ReadinessScorerMetrics readinessScorerMetrics(MeterRegistry registry) {
        return new ReadinessScorerMetrics(registry);
    }

    @Bean
    ScorerStreams scorerStreams(
            ReadinessAssessor assessor,
            StampedPolicy readinessPolicy,
            SignalFormat signals,
            ReadinessFormat assessments,
            ReadinessScorerMetrics metrics,
            @Value("${askwell.kafka}") String bootstrapServers,
            @Value("${askwell.state-directory}") Path stateDirectory,
            @Value("${askwell.advertised}") String advertised) {
        var topology =
                new ReadinessTopology(assessor, new Retention(readinessPolicy.policy()), signals, assessments, metrics);
        var settings = StreamsSettings.of(bootstrapServers, stateDirectory, advertised);
        return new ScorerStreams(topology, settings);
    }

    @Bean
    CustomerStores customerStores(
            ScorerStreams streams, SignalFormat signals, @Value("${askwell.advertised}") String advertised) {
        return new CustomerStores(streams, new CustomerFormat(signals), advertised);
    }

    @Bean
    ReadReadiness readReadiness(ReadinessAssessor assessor, CustomerStores stores) {
        return new ReadReadiness(assessor, stores, InstantSource.system());
    }

    @Bean
    InstanceClient instanceClient() {
        return new InstanceClient();
    }

    @Bean
    ReadinessController readinessController(
            ReadReadiness readReadiness, StampedPolicy readinessPolicy, InstanceClient instances) {
        return new ReadinessController(readReadiness, readinessPolicy, instances);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, BearerSecurity bearer) {
        return bearer.chain(
                http,
                rules -> rules.requestMatchers(HttpMethod.GET, "/v1/customers/*/readiness")
                        .hasAnyRole("account-owner", "program-owner", "operator"));
    }
}
