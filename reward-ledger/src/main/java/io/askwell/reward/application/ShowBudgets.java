package io.askwell.reward.application;

import io.askwell.reward.domain.Quarter;
import io.askwell.reward.domain.rule.Program;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** How much of its budgets the program has promised. */
public final class ShowBudgets {

    private final Standings standings;
    private final Program program;

    public ShowBudgets(Standings standings, Program program) {
        this.standings = standings;
        this.program = program;
    }

    /**
     * Amounts are in minor units.
     *
     * @param from the first day of a calendar quarter, UTC
     * @param committedMinor promised for wins of that quarter, less what refunds took away
     */
    public record BudgetUse(String program, String currency, LocalDate from, long budgetMinor, long committedMinor) {

        /** 0 while nothing is promised, 1 when all is. */
        public double usedRatio() {
            return (double) committedMinor / budgetMinor;
        }
    }

    /** Of the quarter in which the moment lies, one for each currency. */
    public List<BudgetUse> at(Instant moment) {
        LocalDate from = Quarter.of(moment);
        return new TreeMap<>(program.amounts())
                .entrySet().stream()
                        .map(amounts -> new BudgetUse(
                                program.name(),
                                amounts.getKey(),
                                from,
                                amounts.getValue().quarterlyBudgetMinor(),
                                standings.committedInQuarter(program.name(), amounts.getKey(), moment)))
                        .toList();
    }
}
