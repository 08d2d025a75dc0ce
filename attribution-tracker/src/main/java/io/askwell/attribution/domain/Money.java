package io.askwell.attribution.domain;

/**
 * An amount that cannot be a fraction of a cent.
 *
 * @param amountMinor in the minor unit of the currency
 * @param currency ISO 4217 code
 */
public record Money(long amountMinor, String currency) {

    public boolean sameCurrency(Money other) {
        return currency.equals(other.currency);
    }

    public Money plus(Money other) {
        if (!sameCurrency(other)) {
            throw new IllegalStateException("amounts of two currencies were added");
        }
        return new Money(Math.addExact(amountMinor, other.amountMinor), currency);
    }
}
