package io.askwell.reward;

import io.askwell.attributions.v1.AttributionEvent;
import io.askwell.readiness.v1.ReadinessAssessed;
import io.askwell.reward.application.AssessReferral;
import io.askwell.reward.application.BookSteps;
import io.askwell.reward.application.DecideOnReward;
import io.askwell.reward.application.MatureRewards;
import io.askwell.reward.application.PreviewProgram;
import io.askwell.reward.application.ShowBudgets;
import io.askwell.reward.domain.rule.Program;
import io.askwell.reward.domain.rule.RewardRules;
import io.askwell.reward.http.BudgetController;
import io.askwell.reward.http.PreviewController;
import io.askwell.reward.http.RewardsController;
import io.askwell.reward.kafka.AttributionListener;
import io.askwell.reward.kafka.OutboxAnnouncements;
import io.askwell.reward.kafka.ProfileListener;
import io.askwell.reward.postgres.PostgresLedger;
import io.askwell.reward.postgres.PostgresProfiles;
import io.askwell.reward.postgres.PostgresReferrals;
import io.askwell.reward.postgres.PostgresRewards;
import io.askwell.reward.postgres.PostgresStandings;
import io.askwell.reward.postgres.RewardRows;
import io.askwell.schemas.AvroSerdes;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.transport.TransportConfiguration;
import io.askwell.transport.http.BearerSecurity;
import io.askwell.transport.http.HttpConfiguration;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.kafka.ListenerContainers;
import io.askwell.transport.outbox.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
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
import tools.jackson.databind.json.JsonMapper;

/** The wiring, in the order in which facts flow. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@Import({HttpConfiguration.class, TransportConfiguration.class, LedgerConfiguration.class, PayoutConfiguration.class})
public class RewardLedgerConfiguration {

    /** Times travel and rest in microseconds; a finer one would not come back as it went. */
    @Bean
    InstantSource clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    AvroSerdes avroSerdes(@Value("${askwell.registry}") String registry) {
        return AvroSerdes.against(registry);
    }

    @Bean
    Program program(@Value("${askwell.program}") Resource file) throws IOException {
        return RewardPolicyFile.read(file.getContentAsByteArray());
    }

    @Bean
    RewardRules rewardRules(Program program) {
        return new RewardRules(program);
    }

    @Bean
    RewardLedgerMetrics rewardLedgerMetrics(MeterRegistry registry) {
        return new RewardLedgerMetrics(registry);
    }

    @Bean
    PostgresReferrals referrals(JdbcClient jdbc) {
        return new PostgresReferrals(jdbc);
    }

    @Bean
    PostgresRewards rewards(JdbcClient jdbc, JsonMapper json) {
        return new PostgresRewards(jdbc, new RewardRows(json));
    }

    @Bean
    PostgresProfiles profiles(JdbcClient jdbc) {
        return new PostgresProfiles(jdbc);
    }

    @Bean
    PostgresStandings standings(JdbcClient jdbc, PostgresProfiles profiles) {
        return new PostgresStandings(jdbc, profiles);
    }

    @Bean
    OutboxAnnouncements announcements(Outbox outbox, AvroSerdes serdes) {
        return new OutboxAnnouncements(
                outbox, serdes.serializer(TopicCatalogue.REWARDS), serdes.serializer(TopicCatalogue.PENDING_REWARDS));
    }

    @Bean
    BookSteps bookSteps(
            PostgresRewards rewards,
            PostgresLedger ledger,
            OutboxAnnouncements announcements,
            RewardLedgerMetrics metrics) {
        return new BookSteps(rewards, ledger, announcements, metrics);
    }

    @Bean
    AssessReferral assessReferral(
            PostgresLedger ledger,
            PostgresReferrals referrals,
            PostgresRewards rewards,
            PostgresStandings standings,
            RewardRules rules,
            BookSteps steps,
            RewardLedgerMetrics metrics) {
        return new AssessReferral(ledger, referrals, rewards, standings, rules, steps, metrics);
    }

    @Bean
    DecideOnReward decideOnReward(
            @Qualifier(LedgerConfiguration.APPENDER) TransactionOperations transactions,
            PostgresLedger ledger,
            PostgresRewards rewards,
            BookSteps steps,
            RewardLedgerMetrics metrics) {
        return new DecideOnReward(transactions, ledger, rewards, steps, metrics);
    }

    @Bean
    MatureRewards matureRewards(
            TransactionOperations transactions,
            PostgresLedger ledger,
            PostgresReferrals referrals,
            PostgresRewards rewards,
            BookSteps steps) {
        return new MatureRewards(transactions, ledger, referrals, rewards, steps);
    }

    @Bean
    KafkaMessageListenerContainer<byte[], byte[]> profilesReader(
            ListenerContainers containers, AvroSerdes serdes, PostgresProfiles profiles) {
        return containers.<ReadinessAssessed>reading(
                ProfileListener.GROUP,
                TopicCatalogue.READINESS.name(),
                serdes.deserializer(TopicCatalogue.READINESS),
                new ProfileListener(profiles));
    }

    @Bean
    KafkaMessageListenerContainer<byte[], byte[]> attributionsReader(
            ListenerContainers containers,
            AvroSerdes serdes,
            Inbox inbox,
            AssessReferral assessReferral,
            InstantSource clock) {
        return containers.<AttributionEvent>reading(
                AttributionListener.GROUP,
                TopicCatalogue.ATTRIBUTIONS.name(),
                serdes.deserializer(TopicCatalogue.ATTRIBUTIONS),
                new AttributionListener(inbox, assessReferral, clock));
    }

    @Bean
    SchedulingConfigurer passingOfTime(
            MatureRewards matureRewards, InstantSource clock, @Value("${askwell.mature-every}") Duration pause) {
        return tasks -> tasks.addFixedDelayTask(() -> matureRewards.matureDue(clock.instant()), pause);
    }

    @Bean
    RewardsController rewardsController(
            PostgresRewards rewards, DecideOnReward decideOnReward, IdempotentCommands commands, InstantSource clock) {
        return new RewardsController(rewards, decideOnReward, commands, clock);
    }

    @Bean
    ShowBudgets showBudgets(
            PostgresStandings standings, Program program, RewardLedgerMetrics metrics, InstantSource clock) {
        ShowBudgets budgets = new ShowBudgets(standings, program);
        metrics.watch(program.amounts().keySet(), () -> budgets.at(clock.instant()), clock);
        return budgets;
    }

    @Bean
    BudgetController budgetController(ShowBudgets showBudgets, InstantSource clock) {
        return new BudgetController(showBudgets, clock);
    }

    @Bean
    PreviewController previewController(PostgresReferrals referrals, PostgresProfiles profiles, Program program) {
        return new PreviewController(new PreviewProgram(referrals, profiles, program), RewardPolicyFile::read);
    }

    /** Program owners decide; finance pays and so must not decide; both see everything, and so does the operator. */
    @Bean
    SecurityFilterChain security(HttpSecurity http, BearerSecurity bearer) {
        return bearer.chain(http, rules -> {
            PayoutConfiguration.rules(rules);
            rules.requestMatchers(HttpMethod.GET, "/v1/rewards/**", "/v1/ledger/**", "/v1/budgets")
                    .hasAnyRole("program-owner", "finance", "operator")
                    .requestMatchers(HttpMethod.POST, "/v1/rewards/*/decision")
                    .hasRole("program-owner")
                    .requestMatchers(HttpMethod.POST, "/v1/ledger/periods/*/close")
                    .hasRole("finance")
                    .requestMatchers(HttpMethod.POST, "/v1/rewards/preview")
                    .hasAnyRole("program-owner", "finance", "operator");
        });
    }
}
