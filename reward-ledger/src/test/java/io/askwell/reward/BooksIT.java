package io.askwell.reward;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.attributions.v1.AttributionEvent;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What the books say, and that nobody can make them say something else. */
class BooksIT {

    private static final String APPROVE = "{\"decision\":\"approve\"}";

    private final RunningLedger ledger = RunningLedger.get();

    @Test
    void theTrialBalanceIsZeroAlsoWhileManyAreApprovedAtOnce() {
        List<JsonNode> rewards = IntStream.range(0, 8)
                .mapToObj(number -> ledger.proposed("R-many-" + number, Duration.ofDays(number % 2 == 0 ? 1 : 31)))
                .toList();
        List<Future<Integer>> answers;
        try (ExecutorService people = Executors.newFixedThreadPool(rewards.size())) {
            answers = rewards.stream()
                    .map(reward ->
                            people.submit(() -> ledger.decide(reward, APPROVE).status()))
                    .toList();
        }
        assertThat(answers.stream().map(Future::resultNow)).containsOnly(200);
        ledger.awaitState("R-many-7", "referrer", "payable");

        assertTrialBalanceIsZero();
        assertTotalsAreTheSumsOfTheTransfers();
    }

    @Test
    void anAccountShowsWhatIsPendingAndWhatIsPosted() {
        ledger.decide(wonBy("R-account-due", "C-account", Duration.ofDays(31)), APPROVE);
        ledger.awaitState("R-account-due", "referrer", "payable");
        ledger.decide(wonBy("R-account-held", "C-account", Duration.ofDays(1)), APPROVE);

        JsonNode account = ledger.get("/v1/ledger/accounts/customer:C-account:rewards-payable", RunningLedger.FINANCE)
                .json();

        assertThat(account.path("normalSide").asString()).isEqualTo("credit");
        JsonNode balance = account.at("/balances/0");
        assertThat(balance.path("currency").asString()).isEqualTo("USD");
        assertThat(balance.path("pendingMinor").asLong()).isEqualTo(25_000);
        assertThat(balance.path("postedMinor").asLong()).isEqualTo(25_000);
        assertThat(balance.path("availableMinor").asLong()).isEqualTo(25_000);
    }

    @Test
    void theBooksOfAPastMomentAreThoseOfThatMoment() {
        ledger.decide(wonBy("R-past", "C-past", Duration.ofDays(31)), APPROVE);
        ledger.awaitState("R-past", "referrer", "payable");
        JsonNode transfers = ledger.get("/v1/ledger/transfers?referralId=R-past", RunningLedger.FINANCE)
                .json();
        String held = transfers.at("/items/0/at").asString();
        String account = "/v1/ledger/accounts/customer:C-past:rewards-payable";

        JsonNode then =
                ledger.get(account + "?at=" + held, RunningLedger.FINANCE).json();
        JsonNode before = ledger.get(account + "?at=2020-01-01T00:00:00Z", RunningLedger.FINANCE)
                .json();

        assertThat(then.at("/balances/0/pendingMinor").asLong()).isEqualTo(25_000);
        assertThat(then.at("/balances/0/postedMinor").asLong()).isZero();
        assertThat(before.path("balances").isEmpty()).isTrue();
    }

    @Test
    void theTrialBalanceOfAPastMomentIsZero() {
        ledger.decide(wonBy("R-trial", "C-trial", Duration.ofDays(31)), APPROVE);
        ledger.awaitState("R-trial", "referrer", "payable");
        String at = ledger.get("/v1/ledger/transfers?referralId=R-trial", RunningLedger.FINANCE)
                .json()
                .at("/items/1/at")
                .asString();

        JsonNode then = ledger.get("/v1/ledger/trial-balance?at=" + at, RunningLedger.FINANCE)
                .json();

        assertThat(then.path("at").asString()).isEqualTo(at);
        assertThat(then.at("/currencies/0/debitsMinor").asLong()).isGreaterThanOrEqualTo(25_000);
        assertThat(then.at("/currencies/0/differenceMinor").asLong()).isZero();
        assertThat(ledger.get("/v1/ledger/trial-balance?at=2020-01-01T00:00:00Z", RunningLedger.FINANCE)
                        .json()
                        .path("currencies")
                        .isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T00:00:00Z", "yesterday"})
    void aMomentThatIsNotPastIsRefused(String at) {
        assertThat(ledger.get("/v1/ledger/trial-balance?at=" + at, RunningLedger.FINANCE)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aMonthThatRunsIsNotClosedAndOneThatNobodyClosedIsNotFound() {
        YearMonth running = YearMonth.from(ledger.clock().instant().atOffset(ZoneOffset.UTC));
        Answer early = ledger.post("/v1/ledger/periods/" + running + "/close", RunningLedger.FINANCE, "", null);

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.json().path("type").asString()).endsWith(":not_over");
        assertThat(ledger.get("/v1/ledger/periods/1998-12", RunningLedger.FINANCE)
                        .status())
                .isEqualTo(404);
        assertThat(ledger.get("/v1/ledger/periods/soon", RunningLedger.FINANCE).status())
                .isEqualTo(400);
    }

    @Test
    void aMonthWithoutTransfersIsClosedAndShown() {
        Answer closed = ledger.post("/v1/ledger/periods/1999-12/close", RunningLedger.FINANCE, "", "close-1999-12");

        assertThat(closed.status()).as(closed.body()).isEqualTo(200);
        assertThat(closed.json().path("endsAt").asString()).isEqualTo("2000-01-01T00:00:00Z");
    }

    @Test
    void aStatementIsReadPageByPageInOrder() {
        ledger.decide(wonBy("R-statement", "C-statement", Duration.ofDays(31)), APPROVE);
        ledger.awaitState("R-statement", "referrer", "payable");
        String statement = "/v1/ledger/accounts/customer:C-statement:rewards-payable/statement?limit=1";

        JsonNode first = ledger.get(statement, RunningLedger.FINANCE).json();
        JsonNode second = ledger.get(statement + "&cursor=" + first.path("next").asString(), RunningLedger.FINANCE)
                .json();

        assertThat(first.at("/items/0/code").asString()).isEqualTo("REWARD_HOLD");
        assertThat(first.at("/items/0/pendingChangeMinor").asLong()).isEqualTo(25_000);
        assertThat(second.at("/items/0/code").asString()).isEqualTo("REWARD");
        assertThat(second.at("/items/0/pendingChangeMinor").asLong()).isEqualTo(-25_000);
        assertThat(second.at("/items/0/postedChangeMinor").asLong()).isEqualTo(25_000);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void theListOfRewardsIsReadPageByPageAndByState() {
        ledger.proposed("R-page-1", Duration.ofDays(1));
        ledger.proposed("R-page-2", Duration.ofDays(1));
        Set<String> seen = new HashSet<>();
        String cursor = "";
        do {
            JsonNode page = ledger.get(
                            "/v1/rewards?state=awaiting_approval&limit=1" + cursor, RunningLedger.PROGRAM_OWNER)
                    .json();
            page.path("items").forEach(reward -> {
                assertThat(reward.path("state").asString()).isEqualTo("awaiting_approval");
                assertThat(seen.add(reward.path("rewardId").asString())).isTrue();
            });
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(seen)
                .contains(
                        ledger.reward("R-page-1", "referred").path("rewardId").asString(),
                        ledger.reward("R-page-2", "referrer").path("rewardId").asString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/rewards?state=lost", "/v1/rewards?cursor=x", "/v1/ledger/transfers?rewardId=x"})
    void aFilterThatIsNoneIsRefused(String path) {
        assertThat(ledger.get(path, RunningLedger.FINANCE).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer:nobody:rewards-payable", "petty-cash"})
    void anAccountWithoutATransferIsNotFound(String account) {
        assertThat(ledger.get("/v1/ledger/accounts/" + account, RunningLedger.FINANCE)
                        .status())
                .isEqualTo(404);
        assertThat(ledger.get("/v1/ledger/accounts/" + account + "/statement", RunningLedger.FINANCE)
                        .status())
                .isEqualTo(404);
    }

    private JsonNode wonBy(String referralId, String customerId, Duration ago) {
        AttributionEvent won = AttributionEvents.won(referralId, ago);
        won.setAttribution(AttributionEvents.attributedTo(customerId));
        return ledger.proposed(won);
    }

    private void assertTrialBalanceIsZero() {
        JsonNode currencies = ledger.get("/v1/ledger/trial-balance", RunningLedger.FINANCE)
                .json()
                .path("currencies");
        assertThat(currencies.isEmpty()).isFalse();
        assertThat(currencies.valueStream()).allSatisfy(currency -> {
            assertThat(currency.path("debitsMinor").asLong()).isPositive();
            assertThat(currency.path("differenceMinor").asLong()).isZero();
            assertThat(currency.path("pendingDebitsMinor").asLong())
                    .isEqualTo(currency.path("pendingCreditsMinor").asLong());
        });
    }

    /** Counted here from the transfers alone, in one statement so that nothing moves meanwhile. */
    private void assertTotalsAreTheSumsOfTheTransfers() {
        Integer wrong = ledger.database().sql("""
                        with change as (
                            select debit, credit, currency,
                                case when code = 'REWARD_HOLD' then amount_minor
                                    when pending_id is not null then -amount_minor else 0 end as pending,
                                case when code in ('REWARD', 'PAYOUT', 'REVERSAL', 'CLAWBACK') then amount_minor else 0 end as posted
                            from transfer
                        ), entry as (
                            select debit as account, currency, pending as pending_debits, 0 as pending_credits,
                                posted as posted_debits, 0 as posted_credits
                            from change
                            union all
                            select credit, currency, 0, pending, 0, posted from change
                        ), counted as (
                            select account, currency, sum(pending_debits) as pending_debits, sum(pending_credits) as pending_credits,
                                sum(posted_debits) as posted_debits, sum(posted_credits) as posted_credits
                            from entry group by account, currency
                        )
                        select count(*) from account_total total full join counted using (account, currency)
                        where (total.pending_debits, total.pending_credits, total.posted_debits, total.posted_credits)
                            is distinct from
                            (counted.pending_debits, counted.pending_credits, counted.posted_debits, counted.posted_credits)
                        """).query(Integer.class).single();
        assertThat(wrong).isZero();
    }
}
