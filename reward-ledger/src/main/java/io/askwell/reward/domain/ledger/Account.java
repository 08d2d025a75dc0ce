package io.askwell.reward.domain.ledger;

import java.util.Arrays;

/**
 * One side of a transfer, for example {@code program:default:reward-expense} or {@code
 * customer:C-100:rewards-payable}. The first word says whose it is and the last what it holds, so that an id between
 * them may contain anything.
 */
public record Account(String name) implements Comparable<Account> {

    private enum Kind {
        EXPENSE(":reward-expense", Side.DEBIT),
        PAYOUTS(":payouts", Side.CREDIT),
        PAYABLE(":rewards-payable", Side.CREDIT),
        RECEIVABLE(":rewards-receivable", Side.DEBIT);

        private final String ending;
        private final Side normalSide;

        Kind(String ending, Side normalSide) {
            this.ending = ending;
            this.normalSide = normalSide;
        }

        private static Kind of(String name) {
            return Arrays.stream(values())
                    .filter(kind -> name.endsWith(kind.ending))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("not an account of this ledger: " + name));
        }
    }

    public Account {
        Kind.of(name);
    }

    /** What the program has spent on rewards. */
    public static Account rewardExpense(String program) {
        return new Account("program:" + program + Kind.EXPENSE.ending);
    }

    /** What the program has paid out. */
    public static Account payouts(String program) {
        return new Account("program:" + program + Kind.PAYOUTS.ending);
    }

    /** What is owed to one beneficiary. */
    public static Account rewardsPayable(String kind, String id) {
        return new Account(kind + ":" + id + Kind.PAYABLE.ending);
    }

    /** What one beneficiary was paid and should not have been. */
    public static Account rewardsReceivable(String kind, String id) {
        return new Account(kind + ":" + id + Kind.RECEIVABLE.ending);
    }

    /** The side on which this account grows: an expense and a claim by debits, a debt and what has left by credits. */
    public Side normalSide() {
        return Kind.of(name).normalSide;
    }

    @Override
    public int compareTo(Account other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
