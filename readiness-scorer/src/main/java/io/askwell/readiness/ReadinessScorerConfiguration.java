package io.askwell.readiness;

import io.askwell.readiness.application.FindHeldAdvocates;
import io.askwell.readiness.application.FindPriorityLine;
import io.askwell.readiness.application.Held;
import io.askwell.readiness.application.ListPriorityAdvocates;
import io.askwell.readiness.application.OtherInstances;
import io.askwell.readiness.application.ReadReadiness;
import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.application.TakeCensus;
import io.askwell.readiness.application.WholeOfPartitions;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.Retention;
import io.askwell.readiness.http.InstanceClient;
import io.askwell.readiness.http.InstanceController;
import io.askwell.readiness.http.InstancesOverHttp;
import io.askwell.readiness.http.PriorityAdvocatesController;
import io.askwell.readiness.http.ReadinessController;
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
import tools.jackson.databind.json.JsonMapper;

/** The wiring, in the order in which data flows: policy, signals, assessments, topology, and who may read. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(HttpConfiguration.class)
class ReadinessScorerConfiguration {

    private static final WholeOfPartitions ALL_PARTITIONS = new WholeOfPartitions(TopicCatalogue.SIGNALS.partitions());

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
        return new SignalFormat(serdes.deserializer(TopicCatalogue.SIGNALS));
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
        var topology = new ReadinessTopology(
                assessor, readinessPolicy, new Retention(readinessPolicy.policy()), signals, assessments, metrics);
        var settings = StreamsSettings.of(bootstrapServers, stateDirectory, advertised);
        var streams = new ScorerStreams(topology, settings);
        metrics.stateSize(streams::stateBytes);
        return streams;
    }

    @Bean
    CustomerStores customerStores(ScorerStreams streams, @Value("${askwell.advertised}") String advertised) {
        return new CustomerStores(streams, advertised);
    }

    @Bean
    TakeCensus takeCensus(CustomerStores stores, ReadinessScorerMetrics metrics) {
        var census = new TakeCensus(stores, InstantSource.system());
        metrics.customers(() -> census.here().map(Held::what));
        return census;
    }

    @Bean
    FindHeldAdvocates findHeldAdvocates(CustomerStores stores) {
        return new FindHeldAdvocates(stores, InstantSource.system());
    }

    @Bean
    InstanceClient instanceClient() {
        return new InstanceClient();
    }

    @Bean
    InstancesOverHttp otherInstances(CustomerStores stores, InstanceClient client, JsonMapper json) {
        return new InstancesOverHttp(stores, client, json);
    }

    @Bean
    FindPriorityLine findPriorityLine(TakeCensus census, OtherInstances others) {
        return new FindPriorityLine(census, others, ALL_PARTITIONS, InstantSource.system());
    }

    @Bean
    ListPriorityAdvocates listPriorityAdvocates(
            FindPriorityLine line, FindHeldAdvocates heldAdvocates, OtherInstances others) {
        return new ListPriorityAdvocates(line, heldAdvocates, others, ALL_PARTITIONS);
    }

    @Bean
    ReadReadiness readReadiness(ReadinessAssessor assessor, CustomerStores stores, FindPriorityLine priorityLine) {
        return new ReadReadiness(assessor, stores, priorityLine, InstantSource.system());
    }

    @Bean
    ReadinessController readinessController(
            ReadReadiness readReadiness, StampedPolicy readinessPolicy, InstanceClient instances) {
        return new ReadinessController(readReadiness, readinessPolicy, instances);
    }

    @Bean
    PriorityAdvocatesController priorityAdvocatesController(ListPriorityAdvocates listPriorityAdvocates) {
        return new PriorityAdvocatesController(listPriorityAdvocates);
    }

    @Bean
    InstanceController instanceController(TakeCensus census, FindHeldAdvocates heldAdvocates) {
        return new InstanceController(census, heldAdvocates);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, BearerSecurity bearer) {
        return bearer.chain(
                http,
                rules -> rules.requestMatchers(
                                HttpMethod.GET,
                                "/v1/customers/*/readiness",
                                "/v1/priority-advocates",
                                "/v1/instance/advocate-histogram",
                                "/v1/instance/advocates")
                        .hasAnyRole("account-owner", "program-owner", "operator"));
    }
}
