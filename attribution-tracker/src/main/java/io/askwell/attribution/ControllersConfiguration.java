package io.askwell.attribution;

import io.askwell.attribution.application.Announce;
import io.askwell.attribution.application.AppealRuling;
import io.askwell.attribution.application.AttributionObserver;
import io.askwell.attribution.application.ChangeLists;
import io.askwell.attribution.application.LeadHistories;
import io.askwell.attribution.application.ListEntries;
import io.askwell.attribution.application.OwnerTasks;
import io.askwell.attribution.application.Reports;
import io.askwell.attribution.application.RuleOnDuplicate;
import io.askwell.attribution.application.RuleOnReview;
import io.askwell.attribution.application.ShowReferrals;
import io.askwell.attribution.application.UnmergeReferral;
import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.http.AppealController;
import io.askwell.attribution.http.ListEntryController;
import io.askwell.attribution.http.OwnerTaskController;
import io.askwell.attribution.http.ReferralController;
import io.askwell.attribution.http.ReportController;
import io.askwell.attribution.http.ReviewController;
import io.askwell.attribution.http.UnmergeController;
import io.askwell.attribution.postgres.PostgresListEntries;
import io.askwell.attribution.postgres.PostgresReports;
import io.askwell.transport.http.BearerSecurity;
import io.askwell.transport.http.IdempotentCommands;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.transaction.support.TransactionOperations;

/** The wiring of what people ask and decide over HTTP, and who may. */
@Configuration(proxyBeanMethods = false)
class ControllersConfiguration {

    @Bean
    ListEntries listEntries(JdbcClient jdbc) {
        return new PostgresListEntries(jdbc);
    }

    @Bean
    ListEntryController listEntryController(
            ListEntries entries, TransactionOperations transactions, InstantSource clock, IdempotentCommands commands) {
        return new ListEntryController(entries, new ChangeLists(entries, transactions, clock), commands);
    }

    @Bean
    OwnerTaskController ownerTaskController(OwnerTasks tasks) {
        return new OwnerTaskController(tasks);
    }

    @Bean
    Reports reports(JdbcClient jdbc, TransactionOperations transactions) {
        return new PostgresReports(jdbc, transactions);
    }

    @Bean
    ReportController reportController(Reports reports) {
        return new ReportController(reports);
    }

    @Bean
    AppealController appealController(
            LeadHistories histories,
            Assessor assessor,
            Announce announce,
            TransactionOperations transactions,
            InstantSource clock,
            IdempotentCommands commands,
            AttributionObserver observer) {
        return new AppealController(
                new AppealRuling(histories, assessor, announce, transactions, clock), commands, observer);
    }

    @Bean
    UnmergeController unmergeController(
            UnmergeReferral unmergeReferral,
            ShowReferrals showReferrals,
            IdempotentCommands commands,
            AttributionObserver observer) {
        return new UnmergeController(unmergeReferral, showReferrals, commands, observer);
    }

    @Bean
    ReferralController referralController(ShowReferrals showReferrals) {
        return new ReferralController(showReferrals);
    }

    @Bean
    ReviewController reviewController(
            ShowReferrals showReferrals,
            RuleOnReview ruleOnReview,
            RuleOnDuplicate ruleOnDuplicate,
            IdempotentCommands commands,
            AttributionObserver observer) {
        return new ReviewController(showReferrals, ruleOnReview, ruleOnDuplicate, commands, observer);
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, BearerSecurity bearer) {
        return bearer.chain(http, rules -> {
            rules.requestMatchers(
                            HttpMethod.GET, "/v1/referrals/**", "/v1/reviews/**", "/v1/owner-tasks", "/v1/reports/**")
                    .hasAnyRole("account-owner", "program-owner", "operator");
            rules.requestMatchers("/v1/list-entries/**").hasAnyRole("program-owner", "operator");
            rules.requestMatchers(HttpMethod.POST, "/v1/referrals/*/appeal").hasAnyRole("program-owner", "operator");
            rules.requestMatchers(HttpMethod.POST, "/v1/reviews/*/ruling", "/v1/referrals/*/unmerge")
                    .hasRole("program-owner");
        });
    }
}
