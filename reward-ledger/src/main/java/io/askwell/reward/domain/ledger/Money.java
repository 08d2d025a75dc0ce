package io.askwell.reward.domain.ledger;

import java.util.regex.Pattern;

/**
 * An amount in the minor unit of its currency; never a fraction, never negative.
 *
 * @param amountMinor integer count of minor units, for example cents
 * @param currency ISO 4217 code, upper case
 */
public record Money(long amountMinor, String currency) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Money {
        if (amountMinor < 0) {
            throw new IllegalArgumentException("negative amount");
        }
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("not a currency code");
        }
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    /** False for another currency: nothing is ever converted. */
    public boolean covers(Money other) {
        return currency.equals(other.currency) && amountMinor >= other.amountMinor;
    }

    public boolean isIn(String code) {
        return currency.equals(code);
    }
}
