package io.askwell.attribution;

import com.zaxxer.hikari.HikariDataSource;
import io.askwell.attribution.application.Announce;
import io.askwell.attribution.application.AttributionObserver;
import io.askwell.attribution.application.Blocks;
import io.askwell.attribution.application.CurrentCircumstances;
import io.askwell.attribution.application.CustomersOfLeads;
import io.askwell.attribution.application.FindDuplicates;
import io.askwell.attribution.application.LeadHistories;
import io.askwell.attribution.application.LinkFacts;
import io.askwell.attribution.application.Merges;
import io.askwell.attribution.application.PressOwners;
import io.askwell.attribution.application.RecordLeadFacts;
import io.askwell.attribution.application.RecordLinkFact;
import io.askwell.attribution.application.ReferralLog;
import io.askwell.attribution.application.UnmergeReferral;
import io.askwell.attribution.domain.Assessor;
import io.askwell.attribution.domain.Facts;
import io.askwell.attribution.domain.LeadFact;
import io.askwell.attribution.domain.LinkFact;
import io.askwell.attribution.domain.ReportedFact;
import io.askwell.attribution.domain.matching.LeadMatcher;
import io.askwell.attribution.domain.matching.MatchingPolicy;
import io.askwell.attribution.kafka.LeadListener;
import io.askwell.attribution.postgres.PostgresBlocks;
import io.askwell.attribution.postgres.PostgresCircumstances;
import io.askwell.attribution.postgres.PostgresCustomersOfLeads;
import io.askwell.attribution.postgres.PostgresLeadHistories;
import io.askwell.attribution.postgres.PostgresLinkFacts;
import io.askwell.attribution.postgres.PostgresMerges;
import io.askwell.attribution.postgres.PostgresOwnerTasks;
import io.askwell.attribution.postgres.PostgresReferralSearch;
import io.askwell.local.server.ServiceDatabase;
import io.askwell.local.server.SharedServers;
import io.askwell.transport.inbox.Inbox;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writers as a process of the service has them, with connections of their own, who are killed at random between any two steps
 * and then go on as after a restart: what was not committed is done again, and what was is delivered again.
 */
final class WritingProcess implements AutoCloseable {

    private static final int CALLS_PER_KILL = 500;

    private final HikariDataSource connections = new HikariDataSource();
    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final TransactionOperations transactions;
    private final RecordLeadFacts recordLeadFacts;
    private final RecordLinkFact recordLinkFact;
    private final UnmergeReferral unmergeReferral;
    private final Random random;
    private final AtomicInteger killed = new AtomicInteger();

    private static final class Killed extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    /** A database with the tables of the service in it. */
    static ServiceDatabase newDatabase() {
        ServiceDatabase database = SharedServers.freshDatabase("attribution_tracker");
        Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("classpath:db/transport", "classpath:db/migration")
                .defaultSchema("attribution_tracker")
                .load()
                .migrate();
        return database;
    }

    WritingProcess(ServiceDatabase database, int writers, long seed) {
        random = new Random(seed);
        connections.setJdbcUrl(database.jdbcUrl());
        connections.setUsername(database.user());
        connections.setPassword(database.password());
        connections.setMaximumPoolSize(writers);
        jdbc = JdbcClient.create(connections);
        inbox = new Inbox(jdbc);
        transactions = new TransactionTemplate(new JdbcTransactionManager(connections));
        MatchingPolicy policy = MatchingWeights.policy();
        LeadHistories histories = mortal(LeadHistories.class, new PostgresLeadHistories(jdbc));
        Merges merges = mortal(Merges.class, new PostgresMerges(jdbc));
        AttributionObserver observer = new AttributionTrackerMetrics(new SimpleMeterRegistry());
        FindDuplicates findDuplicates = new FindDuplicates(
                mortal(Blocks.class, new PostgresBlocks(jdbc)), new LeadMatcher(policy.weights()), policy, observer);
        ReferralLog log = mortal(ReferralLog.class, _ -> {});
        Assessor assessor = new Assessor(Facts.POLICY);
        Announce announce = new Announce(
                histories,
                log,
                new PressOwners(
                        new PostgresOwnerTasks(jdbc),
                        histories,
                        Facts.OWNER_TASKS,
                        transactions,
                        InstantSource.system()));
        CurrentCircumstances circumstances =
                mortal(CurrentCircumstances.class, new PostgresCircumstances(jdbc, Facts.POLICY.velocity()));
        CustomersOfLeads customersOfLeads = mortal(CustomersOfLeads.class, new PostgresCustomersOfLeads(jdbc));
        recordLinkFact = new RecordLinkFact(
                mortal(LinkFacts.class, new PostgresLinkFacts(jdbc)),
                histories,
                customersOfLeads,
                circumstances,
                assessor,
                announce,
                InstantSource.system());
        recordLeadFacts = new RecordLeadFacts(
                histories,
                merges,
                customersOfLeads,
                assessor,
                findDuplicates,
                circumstances,
                announce,
                InstantSource.system());
        unmergeReferral = new UnmergeReferral(
                histories,
                new PostgresReferralSearch(jdbc),
                merges,
                findDuplicates,
                circumstances,
                assessor,
                announce,
                transactions,
                InstantSource.system());
    }

    /** Takes the last merge into a record back, if there is one. */
    void unmerge(UUID record) {
        while (!attempt(() -> unmergeReferral.unmerge(new UnmergeReferral.Command(record, "I asked", "pat")))) {
            // Killed, and started again.
        }
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    int killed() {
        return killed.get();
    }

    void record(ReportedFact fact) {
        while (!attempt(() -> recordOnce(fact))) {
            // Killed, or the database resolved a deadlock: the record is read again.
        }
    }

    /** As one poll returns them. */
    void recordTogether(List<LeadFact> facts) {
        while (!attempt(() -> recordOnce(facts))) {
            // Killed, or the database resolved a deadlock: all of them are read again.
        }
    }

    private void recordOnce(List<LeadFact> facts) {
        Set<String> unseen = inbox.firstSeen(
                LeadListener.GROUP, facts.stream().map(fact -> fact.id().text()).toList());
        recordLeadFacts.record(
                facts.stream().filter(fact -> unseen.contains(fact.id().text())).toList());
    }

    private void recordOnce(ReportedFact fact) {
        if (inbox.firstSeen(LeadListener.GROUP, fact.id().text())) {
            switch (fact) {
                case LeadFact aboutLead -> recordLeadFacts.record(List.of(aboutLead));
                case LinkFact aboutLink -> recordLinkFact.record(aboutLink);
            }
        }
    }

    private boolean attempt(Runnable work) {
        try {
            transactions.executeWithoutResult(_ -> work.run());
            dieSometimes();
            return true;
        } catch (Killed | TransientDataAccessException _) {
            return false;
        }
    }

    private <T> T mortal(Class<T> port, T edge) {
        Object mortal = Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
            dieSometimes();
            try {
                Object answer = method.invoke(edge, arguments);
                dieSometimes();
                return answer;
            } catch (InvocationTargetException failure) {
                throw failure.getTargetException();
            }
        });
        return port.cast(mortal);
    }

    private void dieSometimes() {
        if (random.nextInt(CALLS_PER_KILL) == 0) {
            killed.incrementAndGet();
            throw new Killed();
        }
    }

    @Override
    public void close() {
        connections.close();
    }
}
