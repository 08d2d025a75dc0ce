package io.askwell.ask;

import com.fasterxml.uuid.Generators;
import io.askwell.ask.DeliveryConfiguration.SiteCarrier;
import io.askwell.ask.application.ApplyAskingSignal;
import io.askwell.ask.application.ApplyAssessments;
import io.askwell.ask.application.AskEvents;
import io.askwell.ask.application.AskObserver;
import io.askwell.ask.application.Asks;
import io.askwell.ask.application.CreditedReferrals;
import io.askwell.ask.application.CustomerReviews;
import io.askwell.ask.application.Customers;
import io.askwell.ask.application.DecideOnAsk;
import io.askwell.ask.application.DeliverReleasedAsks;
import io.askwell.ask.application.Dispatches;
import io.askwell.ask.application.FindAsks;
import io.askwell.ask.application.Postbox;
import io.askwell.ask.application.RebuildQueue;
import io.askwell.ask.application.ReleaseApprovedAsks;
import io.askwell.ask.application.ReleaseFence;
import io.askwell.ask.application.ReviewDueCustomers;
import io.askwell.ask.application.SettleDelivery;
import io.askwell.ask.application.SignalProgress;
import io.askwell.ask.calendar.JollydayHolidays;
import io.askwell.ask.domain.AskPolicy;
import io.askwell.ask.domain.Drafter;
import io.askwell.ask.domain.Objections;
import io.askwell.ask.domain.OwnerDecisions;
import io.askwell.ask.domain.Releases;
import io.askwell.ask.domain.draft.Holidays;
import io.askwell.ask.http.AskController;
import io.askwell.ask.http.OperationsController;
import io.askwell.ask.http.ReferralHistoryController;
import io.askwell.ask.kafka.AssessmentListener;
import io.askwell.ask.kafka.KafkaQueueTopic;
import io.askwell.ask.kafka.KafkaReleaseFence;
import io.askwell.ask.kafka.OutboxAskEvents;
import io.askwell.ask.kafka.ReferralListener;
import io.askwell.ask.kafka.SignalListener;
import io.askwell.ask.postgres.PostgresAsks;
import io.askwell.ask.postgres.PostgresCreditedReferrals;
import io.askwell.ask.postgres.PostgresCustomers;
import io.askwell.ask.postgres.PostgresDispatches;
import io.askwell.ask.postgres.PostgresHeldBackOpportunities;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.TransportConfiguration;
import io.askwell.transport.http.BearerSecurity;
import io.askwell.transport.http.HttpConfiguration;
import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.kafka.AppliedPositions;
import io.askwell.transport.kafka.ListenerContainers;
import io.askwell.transport.kafka.ListenerContainers.TopicReading;
import io.askwell.transport.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.support.TransactionOperations;

/** The only wiring: policy, state, what is told; then facts in, time, people, and the way out. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({
    HttpConfiguration.class,
    TransportConfiguration.class,
    DeliveryConfiguration.class,
    AskController.class,
    ReferralHistoryController.class,
    OperationsController.class
})
class AskDrafterConfiguration {

    private static final Duration REVIEW_PAUSE = Duration.ofMillis(50);
    private static final Duration RELEASE_PAUSE = Duration.ofMillis(50);
    private static final Duration DELIVERY_PAUSE = Duration.ofMillis(100);
    private static final Duration FENCE_PATIENCE = Duration.ofSeconds(2);

    /** Microseconds, which is what the database and the log keep. */
    @Bean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    AskPolicy askPolicy(@Value("${askwell.policy}") Resource file) {
        return AskPolicyFile.load(file);
    }

    @Bean
    Holidays holidays() {
        return new JollydayHolidays();
    }

    @Bean
    AvroSerdes avroSerdes(@Value("${askwell.registry}") String registry) {
        return AvroSerdes.against(registry);
    }

    @Bean
    AskObserver askDrafterMetrics(MeterRegistry meters, Asks asks, InstantSource clock) {
        var metrics = new AskDrafterMetrics(meters);
        metrics.watch(asks::backlog, clock);
        return metrics;
    }

    @Bean
    Customers customers(JdbcClient jdbc) {
        return new PostgresCustomers(jdbc);
    }

    @Bean
    Asks asks(JdbcClient jdbc) {
        return new PostgresAsks(jdbc);
    }

    @Bean
    AskEvents askEvents(Outbox outbox, AvroSerdes serdes, AskPolicy policy) {
        return new OutboxAskEvents(outbox, serdes, policy.stamp());
    }

    /** The position that commits together with what the signals changed. */
    @Bean
    SignalProgress signalProgress(Inbox inbox) {
        return position -> inbox.positions(KafkaReleaseFence.GROUP)
                        .getOrDefault(new TopicPartition(TopicCatalogue.SIGNALS.name(), position.partition()), 0L)
                > position.offset();
    }

    @Bean
    CustomerReviews customerReviews(
            AskPolicy policy,
            Holidays holidays,
            Customers customers,
            Asks asks,
            JdbcClient jdbc,
            SignalProgress progress,
            AskEvents events,
            AskObserver observer) {
        return new CustomerReviews(
                new Drafter(policy, holidays),
                () -> Generators.timeBasedEpochGenerator().generate().toString(),
                customers,
                asks,
                new PostgresHeldBackOpportunities(jdbc),
                progress,
                events,
                observer);
    }

    /** Both topics in one reader: the release fence must find a customer's signals and assessments in the same process. */
    @Bean
    KafkaMessageListenerContainer<byte[], byte[]> customersReader(
            ListenerContainers containers,
            AvroSerdes serdes,
            Customers customers,
            CustomerReviews reviews,
            InstantSource clock) {
        return containers.readingTogether(
                KafkaReleaseFence.GROUP,
                List.of(
                        new TopicReading<>(
                                TopicCatalogue.SIGNALS.name(),
                                serdes.deserializer(TopicCatalogue.SIGNALS),
                                new SignalListener(new ApplyAskingSignal(customers, reviews, clock))),
                        new TopicReading<>(
                                TopicCatalogue.READINESS.name(),
                                serdes.deserializer(TopicCatalogue.READINESS),
                                new AssessmentListener(new ApplyAssessments(customers, reviews, clock), customers))));
    }

    @Bean
    CreditedReferrals creditedReferrals(JdbcClient jdbc) {
        return new PostgresCreditedReferrals(jdbc);
    }

    @Bean
    KafkaMessageListenerContainer<byte[], byte[]> referralsReader(
            ListenerContainers containers, AvroSerdes serdes, CreditedReferrals referrals) {
        return containers.reading(
                ReferralListener.GROUP,
                TopicCatalogue.ATTRIBUTIONS.name(),
                serdes.deserializer(TopicCatalogue.ATTRIBUTIONS),
                new ReferralListener(referrals));
    }

    @Bean
    ReviewDueCustomers reviewDueCustomers(
            Customers customers, CustomerReviews reviews, TransactionOperations transactions, InstantSource clock) {
        return new ReviewDueCustomers(customers, reviews, transactions, clock);
    }

    @Bean
    FindAsks findAsks(
            Asks asks, Customers customers, CreditedReferrals referrals, AskPolicy policy, InstantSource clock) {
        return new FindAsks(asks, customers, referrals, new Objections(policy), clock);
    }

    @Bean
    DecideOnAsk decideOnAsk(
            AskPolicy policy,
            Customers customers,
            Asks asks,
            CustomerReviews reviews,
            TransactionOperations transactions,
            InstantSource clock) {
        return new DecideOnAsk(new OwnerDecisions(policy), customers, asks, reviews, transactions, clock);
    }

    @Bean
    SettleDelivery settleDelivery(
            Customers customers,
            Asks asks,
            CustomerReviews reviews,
            TransactionOperations transactions,
            InstantSource clock) {
        return new SettleDelivery(customers, asks, reviews, transactions, clock);
    }

    @Bean
    RebuildQueue rebuildQueue(
            KafkaProperties kafka,
            Customers customers,
            Asks asks,
            AskEvents events,
            TransactionOperations transactions,
            InstantSource clock) {
        return new RebuildQueue(
                new KafkaQueueTopic(kafka.buildConsumerProperties()), customers, asks, events, transactions, clock);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, BearerSecurity bearer) {
        return bearer.chain(http, rules -> {
            rules.requestMatchers(HttpMethod.GET, "/v1/asks", "/v1/asks/*", "/v1/customers/*/referral-history")
                    .hasAnyRole("account-owner", "program-owner", "operator");
            rules.requestMatchers(HttpMethod.POST, "/v1/asks/*/decision", "/v1/asks/*/draft", "/v1/asks/*/delivery")
                    .hasAnyRole("account-owner", "program-owner");
            rules.requestMatchers(HttpMethod.POST, "/v1/operations/*").hasRole("operator");
        });
    }

    @Bean
    Admin admin(KafkaProperties kafka) {
        return Admin.create(kafka.buildAdminProperties());
    }

    @Bean
    ReleaseFence releaseFence(
            Admin admin, AppliedPositions positions, @Value("${askwell.scorer-group}") String scorerGroup) {
        return new KafkaReleaseFence(admin, positions, scorerGroup, FENCE_PATIENCE);
    }

    @Bean
    ExecutorService sideBySide() {
        return Executors.newVirtualThreadPerTaskExecutor();
    }

    @Bean
    ReleaseApprovedAsks releaseApprovedAsks(
            ReleaseFence fence,
            AskPolicy policy,
            Customers customers,
            Asks asks,
            CustomerReviews reviews,
            Dispatches dispatches,
            SiteCarrier site,
            @Value("${askwell.delivery.patience}") Duration deliveryPatience,
            TransactionOperations transactions,
            AskObserver observer,
            InstantSource clock,
            ExecutorService sideBySide) {
        return new ReleaseApprovedAsks(
                fence,
                new Releases(policy, site.postbox().map(Postbox::carrier)),
                customers,
                asks,
                reviews,
                dispatches,
                deliveryPatience,
                transactions,
                observer,
                clock,
                sideBySide);
    }

    @Bean
    Dispatches dispatches(JdbcClient jdbc) {
        return new PostgresDispatches(jdbc);
    }

    @Bean
    DeliverReleasedAsks deliverReleasedAsks(
            SiteCarrier site,
            Dispatches dispatches,
            Customers customers,
            CustomerReviews reviews,
            TransactionOperations transactions,
            InstantSource clock,
            ExecutorService sideBySide) {
        return new DeliverReleasedAsks(
                site.postbox(),
                dispatches,
                customers,
                reviews,
                transactions,
                clock,
                () -> Generators.timeBasedEpochGenerator().generate().toString(),
                sideBySide);
    }

    /** All read what is due from the database, so nothing is lost with a process. */
    @Bean
    SchedulingConfigurer rounds(
            ReviewDueCustomers reviews, ReleaseApprovedAsks releases, DeliverReleasedAsks deliveries) {
        return schedule -> {
            schedule.addFixedDelayTask(reviews::reviewAll, REVIEW_PAUSE);
            schedule.addFixedDelayTask(releases::releaseAll, RELEASE_PAUSE);
            schedule.addFixedDelayTask(deliveries::deliverAll, DELIVERY_PAUSE);
        };
    }
}
