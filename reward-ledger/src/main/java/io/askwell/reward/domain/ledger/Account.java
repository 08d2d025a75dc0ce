package io.askwell.reward.domain.ledger;

/**
 * One side of a transfer, for example {@code program:default:reward-expense} or {@code
 * customer:C-100:rewards-payable}. The first word says whose it is and the last what it holds, so that an id between
 * them may contain anything.
 */
public record Account(String name) implements Comparable<Account> {

    private static final String EXPENSE = ":reward-expense";
    private static final String PAYABLE = ":rewards-payable";

    public Account {
        if (!name.endsWith(EXPENSE) && !name.endsWith(PAYABLE)) {
            throw new IllegalArgumentException("not an account of this ledger: " + name);
        }
    }

    /** What the program has spent on rewards. */
    public static Account rewardExpense(String program) {
        return new Account("program:" + program + EXPENSE);
    }

    /** What is owed to one beneficiary. */
    public static Account rewardsPayable(String kind, String id) {
        return new Account(kind + ":" + id + PAYABLE);
    }

    /** The side on which this account grows: an expense by debits, a debt by credits. */
    public Side normalSide() {
        return name.endsWith(EXPENSE) ? Side.DEBIT : Side.CREDIT;
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
