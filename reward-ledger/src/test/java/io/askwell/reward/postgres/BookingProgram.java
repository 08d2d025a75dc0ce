package io.askwell.reward.postgres;

import io.askwell.reward.application.Announcements;
import io.askwell.reward.application.AssessReferral;
import io.askwell.reward.application.BookSteps;
import io.askwell.reward.application.Cause;
import io.askwell.reward.application.DecideOnReward;
import io.askwell.reward.application.MakePayoutBatch;
import io.askwell.reward.application.MatureRewards;
import io.askwell.reward.application.Observer;
import io.askwell.reward.application.PayoutObserver;
import io.askwell.reward.application.SettlePayouts;
import io.askwell.reward.application.SettlePayouts.Said;
import io.askwell.reward.domain.Approval;
import io.askwell.reward.domain.Decision;
import io.askwell.reward.domain.Programs;
import io.askwell.reward.domain.ReferralBuilder;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.RewardRole;
import io.askwell.reward.domain.Step;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.payout.PayoutBatch;
import io.askwell.reward.domain.payout.PayoutItem;
import io.askwell.reward.domain.payout.PayoutResult;
import io.askwell.reward.domain.rule.RewardRules;
import io.askwell.transport.inbox.Inbox;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reward's whole life in stages that may be done again: hold, smaller hold, post, reversal, payout, clawback, and the next
 * reward of the same referrer, which settles the debt. As a program it does one stage and dies right before the write or commit
 * that it was told.
 */
final class BookingProgram {

    static final int KILLED = 137;

    private static final String REFERRAL = "R-killed";
    private static final String NEXT_REFERRAL = "R-next";
    private static final Instant WON_AT = ReferralBuilder.WON_AT;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final PostgresLedger ledger;
    private final PostgresRewards rewards;
    private final Inbox inbox;
    private final AssessReferral assessReferral;
    private final DecideOnReward decideOnReward;
    private final MatureRewards matureRewards;
    private final MakePayoutBatch makePayoutBatch;
    private final SettlePayouts settlePayouts;

    BookingProgram(DataSource connections) {
        jdbc = JdbcClient.create(connections);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(connections));
        ledger = new PostgresLedger(jdbc, new PostgresChain(jdbc));
        rewards = new PostgresRewards(jdbc, new RewardRows(new JsonMapper()));
        inbox = new Inbox(jdbc);
        PostgresReferrals referrals = new PostgresReferrals(jdbc);
        Announcements announcements = this::announce;
        BookSteps steps = new BookSteps(rewards, ledger, announcements, new Silent());
        assessReferral = new AssessReferral(
                ledger,
                referrals,
                rewards,
                new PostgresStandings(jdbc, new PostgresProfiles(jdbc)),
                new RewardRules(Programs.DEFAULT),
                steps,
                new Silent());
        decideOnReward = new DecideOnReward(
                new AppenderTransactions(transactions, ledger), ledger, rewards, steps, new Silent());
        matureRewards = new MatureRewards(transactions, ledger, referrals, rewards, steps);
        PostgresPayouts payouts = new PostgresPayouts(jdbc);
        makePayoutBatch = new MakePayoutBatch(
                transactions,
                ledger,
                rewards,
                referrals,
                new PostgresTaxClearances(jdbc),
                payouts,
                Programs.DEFAULT,
                steps,
                new Silent());
        settlePayouts = new SettlePayouts(transactions, ledger, rewards, payouts, assessReferral, steps, new Silent());
    }

    /** @param arguments address, user and password of the database, the stage, and before which write or commit to die */
    static void main(String[] arguments) {
        DataSource connections = new DriverManagerDataSource(arguments[0], arguments[1], arguments[2]);
        DataSource mortal = new Mortal(connections, Integer.parseInt(arguments[4]));
        new BookingProgram(mortal).stages().get(Integer.parseInt(arguments[3])).run();
    }

    List<Runnable> stages() {
        return List.of(
                () -> hearWon(REFERRAL, day(0)),
                () -> approve(REFERRAL, day(1)),
                () -> hearRefunded("refunded before the end of the hold", 250_000),
                () -> matureRewards.matureDue(day(31)),
                () -> hearRefunded("refunded when payable", 500_000),
                this::pay,
                () -> hearRefunded("refunded when paid", 750_000),
                () -> hearRefunded("refunded in full", 2_500_000),
                () -> hearWon(NEXT_REFERRAL, day(42)),
                () -> approve(NEXT_REFERRAL, day(42)),
                () -> matureRewards.matureDue(day(43)));
    }

    private void hearWon(String referralId, Instant at) {
        hear(ReferralBuilder.wonReferral().id(referralId), at, referralId + " won");
    }

    private void hearRefunded(String eventId, long refundedMinor) {
        hear(
                ReferralBuilder.wonReferral().id(REFERRAL).refunded(new Money(refundedMinor, "USD")),
                day(40).plusMillis(refundedMinor),
                eventId);
    }

    private void hear(ReferralBuilder referral, Instant at, String eventId) {
        transactions.executeWithoutResult(_ -> {
            if (inbox.firstSeen("test", eventId)) {
                assessReferral.assess(referral.build(), at, new Cause(at, at, eventId));
            }
        });
    }

    private void approve(String referralId, Instant at) {
        decideOnReward.decide(referrersReward(referralId), new Approval("pat", at, null));
    }

    /** By a batch of the same id, however often it is begun, and by the same word on it. */
    private void pay() {
        UUID batchId = new UUID(0, 1);
        UUID rewardId = referrersReward(REFERRAL);
        if (rewards.find(rewardId).orElseThrow() instanceof Reward.Payable) {
            makePayoutBatch.make(batchId, "USD", "fin", day(41));
        }
        settlePayouts.settle(
                batchId, List.of(new Said(rewardId, new PayoutResult.Paid("bank-1", null))), "fin", day(41));
    }

    private UUID referrersReward(String referralId) {
        return rewards.ofReferral(referralId).stream()
                .filter(reward -> reward.terms().key().role() == RewardRole.REFERRER)
                .findFirst()
                .orElseThrow()
                .terms()
                .rewardId();
    }

    /** Into the outbox, in a form that a query can compare with states and transfers. */
    private void announce(Step step, Cause cause) {
        jdbc.sql("""
                        insert into outbox (partition, topic, message_key, value, headers)
                        values (0, 'steps', :rewardId, convert_to(:state, 'UTF8'), jsonb_build_object('transfers', :transfers))
                        """)
                .param("rewardId", step.after().terms().rewardId().toString())
                .param("state", Columns.word(step.after().state()))
                .param("transfers", step.transfers().size())
                .update();
    }

    private static Instant day(int number) {
        return WON_AT.plus(Duration.ofDays(number));
    }

    private record Silent() implements Observer, PayoutObserver {

        @Override
        public void made(PayoutBatch batch) {}

        @Override
        public void heard(PayoutItem item) {}

        @Override
        public void stepped(Step step) {}

        @Override
        public void assessed(AssessReferral.Outcome outcome) {}

        @Override
        public void refused(Decision decision) {}
    }

    /** Connections of a process that dies before its n-th write or commit, as kill -9 would have it. */
    private static final class Mortal extends DelegatingDataSource {

        private final AtomicInteger left;

        Mortal(DataSource connections, int last) {
            super(connections);
            this.left = new AtomicInteger(last);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return proxy(Connection.class, connection, (method, arguments) -> {
                if (method.getName().equals("commit")) {
                    live();
                }
                Object result = invoke(method, connection, arguments);
                return result instanceof PreparedStatement statement && writes((String) arguments[0])
                        ? mortal(statement)
                        : result;
            });
        }

        private PreparedStatement mortal(PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement, (method, arguments) -> {
                if (method.getName().startsWith("execute")) {
                    live();
                }
                return invoke(method, statement, arguments);
            });
        }

        /** To die before a read leaves behind what to die before the next write does. */
        private static boolean writes(String sql) {
            return !sql.startsWith("select");
        }

        private interface Call {
            Object of(Method method, Object[] arguments) throws Throwable;
        }

        private static <T> T proxy(Class<T> type, T target, Call call) {
            return type.cast(Proxy.newProxyInstance(
                    target.getClass().getClassLoader(),
                    new Class<?>[] {type},
                    (_, method, arguments) -> call.of(method, arguments)));
        }

        private void live() {
            if (left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
            }
        }

        private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
            try {
                return method.invoke(target, arguments);
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }
    }
}
