package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Confidence;
import io.askwell.reward.domain.PolicyStamp;
import io.askwell.reward.domain.RewardRole;
import io.askwell.reward.domain.ledger.Money;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The numbers of one reward program.
 *
 * @param currency the program's own currency, one of those with amounts
 * @param holdPeriod from the win until a reward may become payable
 * @param amounts by currency; a currency that is not here is not covered
 */
public record Program(
        String name,
        PolicyStamp stamp,
        String currency,
        Duration holdPeriod,
        Confidence minimumConfidence,
        Map<String, Amounts> amounts) {

    /** @param minimumValue of the deal, below which nobody gets anything */
    public record Amounts(Money minimumValue, Money referrer, Money referred) {

        Money forRole(RewardRole role) {
            return switch (role) {
                case REFERRER -> referrer;
                case REFERRED -> referred;
            };
        }
    }

    public Program {
        amounts = Map.copyOf(amounts);
    }

    Optional<Amounts> amounts(String dealCurrency) {
        return Optional.ofNullable(amounts.get(dealCurrency));
    }
}
