package io.askwell.reward.domain.ledger;

/**
 * What an account holds in one currency, in minor units, positive on the side on which the account grows.
 *
 * @param pending set aside by holds
 * @param posted booked
 * @param available booked, less what holds would take away; what holds would add does not count
 */
public record Balance(long pending, long posted, long available) {}
