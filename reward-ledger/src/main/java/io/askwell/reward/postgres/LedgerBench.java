package io.askwell.reward.postgres;

import io.askwell.reward.application.DecideOnReward;
import io.askwell.reward.domain.Approval;
import io.askwell.reward.domain.RewardKey;
import io.askwell.reward.domain.RewardRole;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.RewardEntries;
import io.askwell.reward.domain.ledger.Transfer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How fast the ledger books on one hot account: every transfer is on one of the two accounts of one program. Rewards and their
 * referrals are there before the clock runs.
 */
public final class LedgerBench {

    private static final Money AMOUNT = new Money(25_000, "USD");
    private static final int PEOPLE = 1_000;
    private static final int STATEMENT_PAGE = 50;
    private static final int MOST_DECISIONS_PER_SECOND = 2_000;
    private static final Account EXPENSE = Account.rewardExpense("default");

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final PostgresLedger ledger;
    private final PostgresBooks books;
    private final AtomicInteger rewards = new AtomicInteger();

    public LedgerBench(
            JdbcClient jdbc, TransactionOperations transactions, PostgresLedger ledger, PostgresBooks books) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ledger = ledger;
        this.books = books;
    }

    /** @param transactions how many were committed */
    public record Pace(int transfers, int transactions, Duration time) {

        public double perSecond() {
            return transfers * 1e9 / time.toNanos();
        }
    }

    /** Latencies of reads in milliseconds. */
    public record Reads(int count, double p50Millis, double p99Millis) {

        static Reads of(List<Long> nanos) {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
            Arrays.sort(sorted);
            return new Reads(sorted.length, atShare(sorted, 0.50), atShare(sorted, 0.99));
        }

        private static double atShare(long[] sorted, double share) {
            return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
        }
    }

    /** What the server does by itself within minutes, which a run does not last: without it, it plans as for an empty ledger. */
    public void analyze() {
        jdbc.sql("analyze referral, reward, transfer, account_total, ledger_link")
                .update();
    }

    /** Holds, posts and pays rewards, that many in a transaction, until the time is over. */
    public Pace append(int batch, Duration time) {
        int transfers = 0;
        int committed = 0;
        long spent = 0;
        while (spent < time.toNanos()) {
            List<RewardEntries> unbooked = seed(batch, "awaiting_approval");
            long begun = System.nanoTime();
            for (List<Transfer> step : steps(unbooked)) {
                book(step);
                transfers += step.size();
                committed++;
            }
            spent += System.nanoTime() - begun;
        }
        return new Pace(transfers, committed, Duration.ofNanos(spent));
    }

    /** What readers wait for while somebody appends: the balance, and a page of the statement, of the hot account and of a person's. */
    public Map<String, Reads> readsWhileAppending(int batch, Duration time)
            throws InterruptedException, ExecutionException {
        Account person = Account.rewardsPayable("customer", "C-bench-1");
        Map<String, List<Long>> nanos = new LinkedHashMap<>();
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<?> reading = reader.submit(() -> {
                while (!over.get()) {
                    timed(nanos, "balance", () -> books.totals(EXPENSE));
                    timed(nanos, "statementPage", () -> books.statement(EXPENSE, null, null, 0, STATEMENT_PAGE));
                    timed(nanos, "balanceOfAPerson", () -> books.totals(person));
                    timed(
                            nanos,
                            "statementPageOfAPerson",
                            () -> books.statement(person, null, null, 0, STATEMENT_PAGE));
                }
                return null;
            });
            append(batch, time);
            over.set(true);
            reading.get();
        }
        Map<String, Reads> reads = new LinkedHashMap<>();
        nanos.forEach((what, each) -> reads.put(what, Reads.of(each)));
        return reads;
    }

    /** Approvals a second of so many people at once, each of rewards of their own. */
    public double decisionsPerSecond(DecideOnReward decideOnReward, int people, Duration time)
            throws InterruptedException, ExecutionException {
        int enough = Math.toIntExact(time.toSeconds() * MOST_DECISIONS_PER_SECOND);
        List<UUID> waiting = seed(enough, "awaiting_approval").stream()
                .map(RewardEntries::rewardId)
                .toList();
        AtomicInteger next = new AtomicInteger();
        long begun = System.nanoTime();
        long end = begun + time.toNanos();
        Callable<Integer> person = () -> {
            int decided = 0;
            while (System.nanoTime() < end && next.get() < enough) {
                int number = next.getAndIncrement();
                if (number < enough
                        && decideOnReward.decide(waiting.get(number), new Approval("pat", now(), null))
                                instanceof DecideOnReward.Outcome.Decided) {
                    decided++;
                }
            }
            return decided;
        };
        int decided = 0;
        try (ExecutorService callers = Executors.newFixedThreadPool(people)) {
            for (Future<Integer> each : callers.invokeAll(
                    Stream.generate(() -> person).limit(people).toList())) {
                decided += each.get();
            }
        }
        return decided * 1e9 / (System.nanoTime() - begun);
    }

    private static List<List<Transfer>> steps(List<RewardEntries> unbooked) {
        Instant now = now();
        List<RewardEntries> held =
                unbooked.stream().map(entries -> entries.hold(AMOUNT, now)).toList();
        List<RewardEntries> posted =
                held.stream().map(entries -> entries.post(List.of(), now)).toList();
        List<RewardEntries> paid =
                posted.stream().map(entries -> entries.payOut(now)).toList();
        return Stream.of(held, posted, paid)
                .map(step -> step.stream()
                        .map(entries -> entries.transfers().getLast())
                        .toList())
                .toList();
    }

    private void book(List<Transfer> step) {
        transactions.executeWithoutResult(_ -> {
            ledger.lock();
            ledger.append(step);
        });
    }

    /** Rewards of 1,000 people, with their referrals. The clock does not run. */
    private List<RewardEntries> seed(int count, String state) {
        List<RewardKey> keys = IntStream.generate(rewards::getAndIncrement)
                .limit(count)
                .mapToObj(number -> new RewardKey("two-sided-credit-v1", "R-bench-" + number, RewardRole.REFERRER, 1))
                .toList();
        String[] referralIds = keys.stream().map(RewardKey::referralId).toArray(String[]::new);
        String[] customers = IntStream.range(0, count)
                .mapToObj(number -> "C-bench-" + number % PEOPLE)
                .toArray(String[]::new);
        seedReferrals(referralIds);
        seedRewards(keys.stream().map(RewardKey::rewardId).toArray(UUID[]::new), referralIds, customers, state);
        return IntStream.range(0, count)
                .mapToObj(number -> entries(keys.get(number), customers[number]))
                .toList();
    }

    private void seedReferrals(String[] referralIds) {
        jdbc.sql("""
                        insert into referral (referral_id, as_of, attribution, open_reviews, basis_known, correlation_id,
                            blocks_payable)
                        select referral_id, now(), 'unclaimed', '{}', true, referral_id, false
                        from unnest(cast(:referralIds as text[])) as given (referral_id)
                        """).param("referralIds", referralIds).update();
    }

    private void seedRewards(UUID[] rewardIds, String[] referralIds, String[] customers, String state) {
        jdbc.sql("""
                        insert into reward (reward_id, referral_id, rule, role, ordinal, program, policy_version, policy_hash,
                            beneficiary_kind, beneficiary_id, form, amount_minor, currency, won_at, hold_until, proposed_at,
                            correlation_id, state, reasons, approvals)
                        select reward_id, referral_id, 'two-sided-credit-v1', 'referrer', 1, 'default', 'bench', 'bench',
                            'customer', customer, 'credit', :amountMinor, 'USD', now(), now() + interval '30 days', now(),
                            referral_id, :state, '[]', '[]'
                        from unnest(cast(:rewardIds as uuid[]), cast(:referralIds as text[]), cast(:customers as text[]))
                            as given (reward_id, referral_id, customer)
                        """)
                .param("rewardIds", rewardIds)
                .param("referralIds", referralIds)
                .param("customers", customers)
                .param("amountMinor", AMOUNT.amountMinor())
                .param("state", state)
                .update();
    }

    private static RewardEntries entries(RewardKey key, String customer) {
        RewardEntries.Sides sides = new RewardEntries.Sides(
                EXPENSE,
                Account.payouts("default"),
                Account.rewardsPayable("customer", customer),
                Account.rewardsReceivable("customer", customer));
        return new RewardEntries(key.rewardId(), key.referralId(), sides, AMOUNT.currency(), List.of());
    }

    private static void timed(Map<String, List<Long>> nanos, String what, Callable<?> read) throws Exception {
        long begun = System.nanoTime();
        read.call();
        nanos.computeIfAbsent(what, _ -> new ArrayList<>()).add(System.nanoTime() - begun);
    }

    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }
}
