package io.askwell.reward;

import io.askwell.reward.application.AssessReferral;
import io.askwell.reward.application.BookSteps;
import io.askwell.reward.application.ClearTaxDetails;
import io.askwell.reward.application.Ledger;
import io.askwell.reward.application.MakePayoutBatch;
import io.askwell.reward.application.Payouts;
import io.askwell.reward.application.ReconcilePayouts;
import io.askwell.reward.application.Referrals;
import io.askwell.reward.application.Rewards;
import io.askwell.reward.application.SettlePayouts;
import io.askwell.reward.application.TaxClearances;
import io.askwell.reward.domain.rule.Program;
import io.askwell.reward.http.PayoutsController;
import io.askwell.reward.http.TaxClearancesController;
import io.askwell.reward.postgres.PostgresPayouts;
import io.askwell.reward.postgres.PostgresTaxClearances;
import io.askwell.transport.http.IdempotentCommands;
import java.time.InstantSource;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.transaction.support.TransactionOperations;

/** The wiring of payouts, and who may make, settle and see them. */
@Configuration(proxyBeanMethods = false)
class PayoutConfiguration {

    @Bean
    Payouts payouts(JdbcClient jdbc) {
        return new PostgresPayouts(jdbc);
    }

    @Bean
    TaxClearances taxClearances(JdbcClient jdbc) {
        return new PostgresTaxClearances(jdbc);
    }

    @Bean
    MakePayoutBatch makePayoutBatch(
            @Qualifier(LedgerConfiguration.APPENDER) TransactionOperations transactions,
            Ledger ledger,
            Rewards rewards,
            Referrals referrals,
            TaxClearances clearances,
            Payouts payouts,
            Program program,
            BookSteps steps,
            RewardLedgerMetrics metrics) {
        return new MakePayoutBatch(
                transactions, ledger, rewards, referrals, clearances, payouts, program, steps, metrics);
    }

    @Bean
    SettlePayouts settlePayouts(
            @Qualifier(LedgerConfiguration.APPENDER) TransactionOperations transactions,
            Ledger ledger,
            Rewards rewards,
            Payouts payouts,
            AssessReferral assessReferral,
            BookSteps steps,
            RewardLedgerMetrics metrics) {
        return new SettlePayouts(transactions, ledger, rewards, payouts, assessReferral, steps, metrics);
    }

    @Bean
    PayoutsController payoutsController(
            Payouts payouts,
            MakePayoutBatch makePayoutBatch,
            SettlePayouts settlePayouts,
            IdempotentCommands commands,
            InstantSource clock) {
        return new PayoutsController(
                payouts, makePayoutBatch, settlePayouts, new ReconcilePayouts(payouts), commands, clock);
    }

    @Bean
    TaxClearancesController taxClearancesController(
            @Qualifier(LedgerConfiguration.APPENDER) TransactionOperations transactions,
            Ledger ledger,
            TaxClearances clearances,
            IdempotentCommands commands,
            InstantSource clock) {
        return new TaxClearancesController(
                clearances, new ClearTaxDetails(transactions, ledger, clearances), commands, clock);
    }

    @Bean
    SmartInitializingSingleton watchedPayouts(RewardLedgerMetrics metrics, Payouts payouts, InstantSource clock) {
        return () -> metrics.watchPayouts(payouts::unknownItems, clock);
    }

    /** Finance pays; program owners and the operator look on. */
    static void rules(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(HttpMethod.GET, "/v1/payout-batches/**")
                .hasAnyRole("program-owner", "finance", "operator")
                .requestMatchers(HttpMethod.POST, "/v1/payout-batches", "/v1/payout-batches/*/settlement")
                .hasRole("finance")
                .requestMatchers(HttpMethod.POST, "/v1/payout-batches/*/reconciliation")
                .hasAnyRole("finance", "operator")
                .requestMatchers("/v1/tax-clearances")
                .hasRole("finance");
    }
}
