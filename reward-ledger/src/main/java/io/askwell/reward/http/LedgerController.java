package io.askwell.reward.http;

import io.askwell.reward.application.Books;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.transport.http.Page;
import io.askwell.transport.http.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books, to be read and never written through this door. */
@RestController
@RequestMapping("/v1/ledger")
public final class LedgerController {

    private final Books books;
    private final InstantSource clock;

    public LedgerController(Books books, InstantSource clock) {
        this.books = books;
        this.clock = clock;
    }

    @GetMapping("/trial-balance")
    TrialBalanceView trialBalance(@RequestParam @Nullable Instant at) {
        return at == null
                ? TrialBalanceView.of(books.totals(), clock.instant())
                : TrialBalanceView.of(books.totalsAt(past(at)), at);
    }

    @GetMapping("/accounts/{account}")
    AccountView account(@PathVariable("account") String name, @RequestParam @Nullable Instant at) {
        Account account = accountNamed(name);
        SortedMap<String, Totals> now = usedTotals(account);
        return AccountView.of(account, at == null ? now : books.totalsAt(account, past(at)));
    }

    @GetMapping("/accounts/{account}/statement")
    Page<StatementLine> statement(
            @PathVariable("account") String name,
            @RequestParam @Nullable Instant from,
            @RequestParam @Nullable Instant to,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        Account account = accountNamed(name);
        usedTotals(account);
        int size = Page.size(limit);
        return page(
                books.statement(account, from, to, Positions.after(cursor), size + 1),
                size,
                entry -> StatementLine.of(account, entry.transfer()));
    }

    @GetMapping("/transfers")
    Page<TransferView> transfers(
            @RequestParam @Nullable String referralId,
            @RequestParam @Nullable UUID rewardId,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String cursor) {
        int size = Page.size(limit);
        return page(
                books.transfers(referralId, rewardId, Positions.after(cursor), size + 1),
                size,
                entry -> TransferView.of(entry.transfer()));
    }

    /** What is to come is not in the books. */
    private Instant past(Instant at) {
        if (at.isAfter(clock.instant())) {
            throw Refusal.badRequest("at is not in the future");
        }
        return at;
    }

    private static <T> Page<T> page(List<Books.Entry> found, int size, Function<Books.Entry, T> view) {
        Page<Books.Entry> page = Page.of(found, size, last -> Positions.cursor(last.position()));
        return new Page<>(page.items().stream().map(view).toList(), page.next());
    }

    /** An account exists from its first transfer on. */
    private SortedMap<String, Totals> usedTotals(Account account) {
        SortedMap<String, Totals> totals = books.totals(account);
        if (totals.isEmpty()) {
            throw noSuchAccount();
        }
        return totals;
    }

    private static Account accountNamed(String name) {
        try {
            return new Account(name);
        } catch (IllegalArgumentException notAnAccount) {
            throw noSuchAccount();
        }
    }

    private static Refusal noSuchAccount() {
        return Refusal.notFound("No such account");
    }
}
