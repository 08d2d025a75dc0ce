package io.askwell.reward.http;

import io.askwell.reward.application.ClosePeriod;
import io.askwell.reward.application.Periods;
import io.askwell.reward.application.Periods.Closing;
import io.askwell.reward.domain.Word;
import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Balance;
import io.askwell.reward.domain.ledger.Period;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.transport.http.Cursor;
import io.askwell.transport.http.IdempotentCommands;
import io.askwell.transport.http.Page;
import io.askwell.transport.http.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Months of the books, and their closing. */
@RestController
@RequestMapping("/v1/ledger/periods")
public final class PeriodController {

    private final Periods periods;
    private final ClosePeriod closePeriod;
    private final IdempotentCommands commands;
    private final InstantSource clock;

    public PeriodController(
            Periods periods, ClosePeriod closePeriod, IdempotentCommands commands, InstantSource clock) {
        this.periods = periods;
        this.closePeriod = closePeriod;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * @param endsAt the first instant behind the month, UTC
     * @param head the newest link of the chain when the month was closed
     */
    record PeriodView(
            String month,
            Instant endsAt,
            String closedBy,
            Instant closedAt,
            Period.@Nullable Seal head,
            List<TrialBalanceView.CurrencyView> currencies) {}

    record ClosingView(String account, String currency, String normalSide, long pendingMinor, long postedMinor) {

        static ClosingView of(Closing closing) {
            Account account = closing.account();
            Balance balance = closing.totals().balance(account.normalSide());
            return new ClosingView(
                    account.name(),
                    closing.currency(),
                    Word.of(account.normalSide()),
                    balance.pending(),
                    balance.posted());
        }
    }

    @GetMapping
    @Operation(summary = "The months that are closed, the earliest first")
    Page<PeriodView> list(@RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        int size = Page.size(limit);
        YearMonth after = cursor == null ? null : monthOf(cursor);
        Page<Period> page = Page.of(
                periods.list(after, size + 1),
                size,
                last -> Cursor.of(last.month().toString()));
        return new Page<>(page.items().stream().map(this::view).toList(), page.next());
    }

    @GetMapping("/{month}")
    @Operation(summary = "A closed month with its trial balance")
    PeriodView find(@PathVariable String month) {
        return view(known(month));
    }

    @GetMapping("/{month}/balances")
    @Operation(summary = "What every account held at the end of a closed month")
    Page<ClosingView> balances(
            @PathVariable String month, @RequestParam @Nullable Integer limit, @RequestParam @Nullable String cursor) {
        int size = Page.size(limit);
        List<Closing> found = periods.balances(known(month).month(), after(cursor), size + 1);
        Page<Closing> page =
                Page.of(found, size, last -> Cursor.of(last.account().name(), last.currency()));
        return new Page<>(page.items().stream().map(ClosingView::of).toList(), page.next());
    }

    @PostMapping("/{month}/close")
    @Operation(
            summary = "Closes the books of a month",
            description =
                    "Nothing is booked in it any more. A month can be closed five minutes after its end, UTC, and not before "
                            + "earlier months with transfers. Closed again it answers the same.")
    ResponseEntity<?> close(@PathVariable String month, Authentication person, HttpServletRequest http) {
        return commands.answer(http, null, () -> switch (closePeriod.close(
                month(month), person.getName(), clock.instant())) {
            case ClosePeriod.Outcome.Closed closed -> ResponseEntity.ok(view(closed.period()));
            case ClosePeriod.Outcome.NotOver early ->
                throw Refusal.conflict("not_over", "The month can be closed from " + early.closableAt() + " on");
            case ClosePeriod.Outcome.EarlierMonthIsOpen earlier ->
                throw Refusal.conflict(
                        "earlier_month_is_open", earlier.month() + " has transfers and is open; close it first");
            case ClosePeriod.Outcome.LaterMonthIsClosed later ->
                throw Refusal.conflict("later_month_is_closed", later.month() + " is closed, and this with it");
        });
    }

    private PeriodView view(Period period) {
        Instant endsAt = Period.endOf(period.month());
        return new PeriodView(
                period.month().toString(),
                endsAt,
                period.closedBy(),
                period.closedAt(),
                period.head(),
                TrialBalanceView.of(periods.totals(period.month()), endsAt).currencies());
    }

    private Period known(String text) {
        return periods.find(month(text)).orElseThrow(() -> Refusal.notFound("No such closed month"));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException notAMonth) {
            throw Refusal.badRequest("A month is written as 2026-10");
        }
    }

    private static YearMonth monthOf(String cursor) {
        return month(Cursor.parse(cursor, 1).parts().getFirst());
    }

    private static @Nullable Closing after(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        List<String> parts = Cursor.parse(cursor, 2).parts();
        try {
            return new Closing(new Account(parts.getFirst()), parts.getLast(), new Totals(0, 0, 0, 0));
        } catch (IllegalArgumentException notAnAccount) {
            throw Refusal.badRequest("The cursor is not one of this list");
        }
    }
}
