package io.askwell.attribution;

import io.askwell.attribution.application.Announce;
import io.askwell.attribution.application.AttributionObserver;
import io.askwell.attribution.application.CurrentCircumstances;
import io.askwell.attribution.application.Customers;
import io.askwell.attribution.application.CustomersOfLeads;
import io.askwell.attribution.application.EvaluateAgain;
import io.askwell.attribution.application.FindDuplicates;
import io.askwell.attribution.application.LeadHistories;
import io.askwell.attribution.application.Merges;
import io.askwell.attribution.application.OwnerTasks;
import io.askwell.attribution.application.PressOwners;
import io.askwell.attribution.application.RecordCustomerSignal;
import io.askwell.attribution.application.RecordLeadFacts;
import io.askwell.attribution.application.RecordLinkFact;
import io.askwell.attribution.application.ReferralLog;
import io.askwell.attribution.application.ReferralSearch;
import io.askwell.attribution.application.Reports;
import io.askwell.attribution.application.RuleOnDuplicate;
import io.askwell.attribution.application.RuleOnReview;
import io.askwell.attribution.application.ShowReferrals;
import io.askwell.attribution.application.UnmergeReferral;
import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.AttributionPolicy;
import io.askwell.attribution.domain.matching.LeadMatcher;
import io.askwell.attribution.domain.matching.MatchingPolicy;
import io.askwell.attribution.kafka.CustomerListener;
import io.askwell.attribution.kafka.LeadListener;
import io.askwell.attribution.kafka.OutboxReferralLog;
import io.askwell.attribution.kafka.RewardListener;
import io.askwell.attribution.postgres.PostgresBlocks;
import io.askwell.attribution.postgres.PostgresCircumstances;
import io.askwell.attribution.postgres.PostgresCustomers;
import io.askwell.attribution.postgres.PostgresCustomersOfLeads;
import io.askwell.attribution.postgres.PostgresLeadHistories;
import io.askwell.attribution.postgres.PostgresLinkFacts;
import io.askwell.attribution.postgres.PostgresMerges;
import io.askwell.attribution.postgres.PostgresOwnerTasks;
import io.askwell.attribution.postgres.PostgresReevaluations;
import io.askwell.attribution.postgres.PostgresReferralSearch;
import io.askwell.attribution.postgres.PostgresRewardStates;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.TransportConfiguration;
import io.askwell.transport.http.HttpConfiguration;
import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.kafka.ListenerContainers;
import io.askwell.transport.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.transaction.support.TransactionOperations;

/** The only wiring: lead records in, the decision, its state, what is said of it, and what people see and rule. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({ControllersConfiguration.class, TransportConfiguration.class, HttpConfiguration.class})
class AttributionTrackerConfiguration {

    private static final Duration REEVALUATION_PAUSE = Duration.ofMillis(250);
    private static final Duration PRESSING_PAUSE = Duration.ofSeconds(1);

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    AvroSerdes avroSerdes(@Value("${askwell.registry}") String registry) {
        return AvroSerdes.against(registry);
    }

    @Bean
    AttributionTrackerMetrics attributionTrackerMetrics(MeterRegistry registry) {
        return new AttributionTrackerMetrics(registry);
    }

    /** Apart from the meters themselves, since what they watch is made of what they count. */
    @Bean
    SmartInitializingSingleton watchedBacklog(AttributionTrackerMetrics metrics, Reports reports, InstantSource clock) {
        return () -> metrics.watch(reports::backlog, clock);
    }

    @Bean
    KafkaMessageListenerContainer<byte[], byte[]> leadReader(
            ListenerContainers containers, AvroSerdes serdes, LeadListener listener) {
        return containers.reading(
                LeadListener.GROUP, TopicCatalogue.LEADS.name(), serdes.deserializer(TopicCatalogue.LEADS), listener);
    }

    @Bean
    LeadListener leadListener(
            Inbox inbox, RecordLeadFacts recordLeadFacts, RecordLinkFact recordLinkFact, AttributionObserver observer) {
        return new LeadListener(inbox, recordLeadFacts, recordLinkFact, observer);
    }

    @Bean
    RecordLinkFact recordLinkFact(
            JdbcClient jdbc,
            LeadHistories histories,
            CustomersOfLeads customersOfLeads,
            CurrentCircumstances circumstances,
            Assessor assessor,
            Announce announce,
            InstantSource clock) {
        return new RecordLinkFact(
                new PostgresLinkFacts(jdbc), histories, customersOfLeads, circumstances, assessor, announce, clock);
    }

    @Bean
    RecordLeadFacts recordLeadFacts(
            LeadHistories histories,
            Merges merges,
            CustomersOfLeads customersOfLeads,
            Assessor assessor,
            FindDuplicates findDuplicates,
            CurrentCircumstances circumstances,
            Announce announce,
            InstantSource clock) {
        return new RecordLeadFacts(
                histories, merges, customersOfLeads, assessor, findDuplicates, circumstances, announce, clock);
    }

    @Bean
    KafkaMessageListenerContainer<byte[], byte[]> customerReader(
            ListenerContainers containers, AvroSerdes serdes, Customers customers) {
        return containers.reading(
                CustomerListener.GROUP,
                TopicCatalogue.SIGNALS.name(),
                serdes.deserializer(TopicCatalogue.SIGNALS),
                new CustomerListener(new RecordCustomerSignal(customers)));
    }

    @Bean
    Customers customers(JdbcClient jdbc) {
        return new PostgresCustomers(jdbc);
    }

    @Bean
    CustomersOfLeads customersOfLeads(JdbcClient jdbc) {
        return new PostgresCustomersOfLeads(jdbc);
    }

    @Bean
    FindDuplicates findDuplicates(
            JdbcClient jdbc, LeadMatcher matcher, MatchingPolicy policy, AttributionObserver observer) {
        return new FindDuplicates(new PostgresBlocks(jdbc), matcher, policy, observer);
    }

    @Bean
    Announce announce(LeadHistories histories, ReferralLog log, PressOwners pressOwners) {
        return new Announce(histories, log, pressOwners);
    }

    @Bean
    OwnerTasks ownerTasks(JdbcClient jdbc) {
        return new PostgresOwnerTasks(jdbc);
    }

    @Bean
    PressOwners pressOwners(
            OwnerTasks tasks,
            LeadHistories histories,
            @Value("${askwell.owner-task-policy}") Resource policy,
            TransactionOperations transactions,
            InstantSource clock)
            throws IOException {
        return new PressOwners(
                tasks, histories, OwnerTaskPolicyFile.read(policy.getContentAsByteArray()), transactions, clock);
    }

    @Bean
    AttributionPolicy attributionPolicy(
            @Value("${askwell.policy}") Resource policy,
            @Value("${askwell.disposable-email-domains}") Resource disposableDomains)
            throws IOException {
        return AttributionPolicyFile.read(policy.getContentAsByteArray(), disposableDomains.getContentAsByteArray());
    }

    @Bean
    Assessor assessor(AttributionPolicy policy) {
        return new Assessor(policy);
    }

    @Bean
    MatchingPolicy matchingPolicy(@Value("${askwell.matching-policy}") Resource policy) throws IOException {
        return MatchingPolicyFile.read(policy.getContentAsByteArray());
    }

    @Bean
    LeadMatcher leadMatcher(MatchingPolicy policy) {
        return new LeadMatcher(policy.weights());
    }

    @Bean
    LeadHistories leadHistories(JdbcClient jdbc) {
        return new PostgresLeadHistories(jdbc);
    }

    @Bean
    Merges merges(JdbcClient jdbc) {
        return new PostgresMerges(jdbc);
    }

    @Bean
    KafkaMessageListenerContainer<byte[], byte[]> rewardReader(
            ListenerContainers containers, AvroSerdes serdes, JdbcClient jdbc) {
        return containers.reading(
                RewardListener.GROUP,
                TopicCatalogue.REWARDS.name(),
                serdes.deserializer(TopicCatalogue.REWARDS),
                new RewardListener(new PostgresRewardStates(jdbc)));
    }

    @Bean
    ReferralLog referralLog(Outbox outbox, AvroSerdes serdes) {
        return new OutboxReferralLog(outbox, serdes);
    }

    @Bean
    ReferralSearch referralSearch(JdbcClient jdbc) {
        return new PostgresReferralSearch(jdbc);
    }

    @Bean
    ShowReferrals showReferrals(ReferralSearch search, Assessor assessor, InstantSource clock) {
        return new ShowReferrals(search, assessor, clock);
    }

    @Bean
    RuleOnReview ruleOnReview(
            LeadHistories histories,
            Assessor assessor,
            ReferralLog log,
            TransactionOperations transactions,
            InstantSource clock) {
        return new RuleOnReview(histories, assessor, log, transactions, clock);
    }

    @Bean
    RuleOnDuplicate ruleOnDuplicate(
            LeadHistories histories,
            Merges merges,
            CurrentCircumstances circumstances,
            Assessor assessor,
            Announce announce,
            TransactionOperations transactions,
            InstantSource clock) {
        return new RuleOnDuplicate(histories, merges, circumstances, assessor, announce, transactions, clock);
    }

    @Bean
    UnmergeReferral unmergeReferral(
            LeadHistories histories,
            ReferralSearch search,
            Merges merges,
            FindDuplicates findDuplicates,
            CurrentCircumstances circumstances,
            Assessor assessor,
            Announce announce,
            TransactionOperations transactions,
            InstantSource clock) {
        return new UnmergeReferral(
                histories, search, merges, findDuplicates, circumstances, assessor, announce, transactions, clock);
    }

    @Bean
    CurrentCircumstances currentCircumstances(JdbcClient jdbc, AttributionPolicy policy) {
        return new PostgresCircumstances(jdbc, policy.velocity());
    }

    @Bean
    EvaluateAgain evaluateAgain(
            JdbcClient jdbc,
            LeadHistories histories,
            CustomersOfLeads customersOfLeads,
            CurrentCircumstances circumstances,
            Assessor assessor,
            Announce announce,
            AttributionObserver observer,
            TransactionOperations transactions,
            InstantSource clock) {
        return new EvaluateAgain(
                new PostgresReevaluations(jdbc),
                histories,
                customersOfLeads,
                circumstances,
                assessor,
                announce,
                observer,
                transactions,
                clock);
    }

    /** All read what is to be done from the database, so nothing is lost with a process. */
    @Bean
    SchedulingConfigurer rounds(EvaluateAgain evaluateAgain, PressOwners pressOwners) {
        return schedule -> {
            schedule.addFixedDelayTask(evaluateAgain::workOff, REEVALUATION_PAUSE);
            schedule.addFixedDelayTask(pressOwners::pressAll, PRESSING_PAUSE);
        };
    }
}
