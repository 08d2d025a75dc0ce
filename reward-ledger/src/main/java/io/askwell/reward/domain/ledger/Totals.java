package io.askwell.reward.domain.ledger;

/**
 * The sums of one account in one currency, or a change to them. Minor units. Pending sums are what holds have set aside
 * and nobody has posted or voided yet.
 */
public record Totals(long pendingDebits, long pendingCredits, long postedDebits, long postedCredits) {

    public Totals plus(Totals change) {
        return new Totals(
                Math.addExact(pendingDebits, change.pendingDebits),
                Math.addExact(pendingCredits, change.pendingCredits),
                Math.addExact(postedDebits, change.postedDebits),
                Math.addExact(postedCredits, change.postedCredits));
    }

    /** The same on the other side. */
    Totals mirrored() {
        return new Totals(pendingCredits, pendingDebits, postedCredits, postedDebits);
    }

    /** These sums as seen from the side on which the account grows. */
    public Balance balance(Side normalSide) {
        return switch (normalSide) {
            case DEBIT ->
                new Balance(
                        pendingDebits - pendingCredits,
                        postedDebits - postedCredits,
                        postedDebits - postedCredits - pendingCredits);
            case CREDIT ->
                new Balance(
                        pendingCredits - pendingDebits,
                        postedCredits - postedDebits,
                        postedCredits - postedDebits - pendingDebits);
        };
    }
}
