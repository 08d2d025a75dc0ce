package io.askwell.transport;

import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.inbox.CommandInbox;
import io.askwell.transport.inbox.Inbox;
import io.askwell.transport.kafka.AppliedPositions;
import io.askwell.transport.kafka.DeadLetters;
import io.askwell.transport.kafka.ListenerContainers;
import io.askwell.transport.kafka.ReaderHealth;
import io.askwell.transport.metrics.TransportMetrics;
import io.askwell.transport.outbox.Outbox;
import io.askwell.transport.outbox.OutboxHealth;
import io.askwell.transport.outbox.OutboxRelay;
import io.askwell.transport.outbox.OutboxRows;
import io.askwell.transport.outbox.OutboxWakeups;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** What every service with a database imports: records in, one transaction, records out. */
@Configuration(proxyBeanMethods = false)
public class TransportConfiguration {

    @Bean
    TransportSettings transportSettings(
            @Value("${spring.application.name}") String service,
            @Value("${askwell.outbox.partitions:2}") int outboxPartitions) {
        return new TransportSettings(service, outboxPartitions);
    }

    @Bean
    TransportMetrics transportMetrics(MeterRegistry registry) {
        return new TransportMetrics(registry);
    }

    @Bean
    Inbox inbox(JdbcClient jdbc) {
        return new Inbox(jdbc);
    }

    @Bean
    CommandInbox commandInbox(JdbcClient jdbc, TransactionOperations transactions) {
        return new CommandInbox(jdbc, transactions);
    }

    @Bean
    IdempotentCommands idempotentCommands(CommandInbox inbox, JsonMapper json) {
        return new IdempotentCommands(inbox, json);
    }

    @Bean
    AppliedPositions appliedPositions() {
        return new AppliedPositions();
    }

    @Bean
    DeadLetters deadLetters(
            KafkaProperties kafka, Inbox inbox, TransactionOperations transactions, TransportMetrics metrics) {
        return new DeadLetters(kafka.buildProducerProperties(), inbox, transactions, metrics);
    }

    @Bean
    ListenerContainers listenerContainers(
            KafkaProperties kafka,
            Inbox inbox,
            TransactionOperations transactions,
            DeadLetters deadLetters,
            AppliedPositions positions,
            TransportMetrics metrics) {
        return new ListenerContainers(
                kafka.buildConsumerProperties(), inbox, transactions, deadLetters, positions, metrics);
    }

    @Bean
    OutboxWakeups outboxWakeups(TransportSettings settings) {
        return new OutboxWakeups(settings.outboxPartitions());
    }

    @Bean
    OutboxRows outboxRows(JdbcClient jdbc, TransportSettings settings, TransportMetrics metrics) {
        var rows = new OutboxRows(jdbc, settings.service());
        metrics.outbox(rows::pending, rows::oldestAgeInSeconds);
        return rows;
    }

    @Bean
    Outbox outbox(OutboxRows rows, OutboxWakeups wakeups) {
        return new Outbox(rows, wakeups);
    }

    @Bean
    OutboxRelay outboxRelay(
            TransportSettings settings,
            JdbcConnectionDetails database,
            KafkaProperties kafka,
            OutboxWakeups wakeups,
            TransportMetrics metrics) {
        return new OutboxRelay(
                settings.service(), unpooled(database, settings), kafka.buildProducerProperties(), wakeups, metrics);
    }

    @Bean
    OutboxHealth outboxHealth(OutboxRelay relay) {
        return new OutboxHealth(relay);
    }

    @Bean
    ReaderHealth readerHealth(ObjectProvider<MessageListenerContainer> readers) {
        return new ReaderHealth(readers);
    }

    /** Not a bean: the application's own DataSource stays the only one. A silent server is given up after half a minute. */
    private static DataSource unpooled(JdbcConnectionDetails database, TransportSettings settings) {
        var connections = new DriverManagerDataSource(database.getJdbcUrl());
        connections.setUsername(database.getUsername());
        connections.setPassword(database.getPassword());
        var properties = new Properties();
        properties.setProperty("ApplicationName", settings.service() + "-outbox");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        connections.setConnectionProperties(properties);
        return connections;
    }
}
