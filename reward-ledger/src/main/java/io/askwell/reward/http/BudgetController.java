package io.askwell.reward.http;

import io.askwell.reward.application.ShowBudgets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How much of the quarter's budgets is promised. */
@RestController
public final class BudgetController {

    private final ShowBudgets showBudgets;
    private final InstantSource clock;

    public BudgetController(ShowBudgets showBudgets, InstantSource clock) {
        this.showBudgets = showBudgets;
        this.clock = clock;
    }

    /** @param from the first day of the quarter, UTC */
    record BudgetView(String program, LocalDate from, MoneyView budget, MoneyView committed, MoneyView left) {

        static BudgetView of(ShowBudgets.BudgetUse use) {
            return new BudgetView(
                    use.program(),
                    use.from(),
                    new MoneyView(use.budgetMinor(), use.currency()),
                    new MoneyView(use.committedMinor(), use.currency()),
                    new MoneyView(Math.max(0, use.budgetMinor() - use.committedMinor()), use.currency()));
        }
    }

    record Budgets(List<BudgetView> items) {}

    @GetMapping("/v1/budgets")
    Budgets budgets() {
        return new Budgets(
                showBudgets.at(clock.instant()).stream().map(BudgetView::of).toList());
    }
}
