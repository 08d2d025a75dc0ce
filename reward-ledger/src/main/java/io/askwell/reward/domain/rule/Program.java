package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Confidence;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.PolicyStamp;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.Segment;
import io.askwell.reward.domain.ledger.Money;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The numbers of one reward program.
 *
 * @param currency the program's own currency, one of those with amounts
 * @param holdPeriod from the win until a reward may become payable
 * @param partnerPercent of the deal's value, for a partner who referred it
 * @param forms for every segment
 * @param taxGate the forms that are paid only to somebody whose tax details are known
 * @param employees who may not profit
 * @param amounts by currency; a currency that is not here is not covered
 */
public record Program(
        String name,
        PolicyStamp stamp,
        String currency,
        Duration holdPeriod,
        Confidence minimumConfidence,
        int partnerPercent,
        Map<Segment, RewardForm> forms,
        Set<RewardForm> taxGate,
        Employees employees,
        Map<String, Amounts> amounts) {

    /**
     * @param domains registrable domains of the company's own addresses
     * @param ids parties as {@code kind:id}
     */
    public record Employees(Set<String> domains, Set<String> ids) {

        public Employees {
            domains = Set.copyOf(domains);
            ids = Set.copyOf(ids);
        }

        /** @param domainsOfAddresses registrable domains of the addresses by which the party is known */
        boolean include(Party party, Collection<String> domainsOfAddresses) {
            return ids.contains(party.text()) || domainsOfAddresses.stream().anyMatch(domains::contains);
        }
    }

    /** From a win of twelve months on, this one counted, the referrer gets another amount. */
    public record Tier(int fromWin, Money referrer) {}

    /**
     * What is paid for deals of one currency, in minor units.
     *
     * @param minimumValue of the deal, below which nobody gets anything
     * @param tiers by ascending number of the win
     * @param yearlyCapMinor for one referrer and the wins of a calendar year, UTC
     * @param quarterlyBudgetMinor for all rewards of the wins of a calendar quarter, UTC
     * @param oneApproverUpToMinor above it two people approve
     * @param minimumPayoutMinor for one beneficiary and batch
     */
    public record Amounts(
            Money minimumValue,
            Money referrer,
            Money referred,
            List<Tier> tiers,
            long yearlyCapMinor,
            long quarterlyBudgetMinor,
            long oneApproverUpToMinor,
            long minimumPayoutMinor) {

        public Amounts {
            tiers = List.copyOf(tiers);
        }

        Money referrer(int win) {
            return tiers.reversed().stream()
                    .filter(tier -> win >= tier.fromWin())
                    .findFirst()
                    .map(Tier::referrer)
                    .orElse(referrer);
        }

        int approversFor(long minor) {
            return minor > oneApproverUpToMinor ? 2 : 1;
        }
    }

    public Program {
        forms = Map.copyOf(forms);
        taxGate = Set.copyOf(taxGate);
        amounts = Map.copyOf(amounts);
    }

    public Optional<Amounts> amounts(String dealCurrency) {
        return Optional.ofNullable(amounts.get(dealCurrency));
    }

    /** In which a referral is rewarded. The program's own currency stands in while the value is unknown. */
    public String currencyOf(Referral referral) {
        Referral.Win win = referral.win();
        Money value = win == null ? null : win.value();
        return value == null ? currency : value.currency();
    }

    RewardForm form(Segment segment) {
        return Optional.ofNullable(forms.get(segment))
                .orElseThrow(() -> new IllegalStateException("no form for " + segment));
    }
}
