package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Award;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Reason;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.RewardForm;
import io.askwell.reward.domain.RewardRole;
import io.askwell.reward.domain.Segment;
import io.askwell.reward.domain.ledger.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One side of a won referral, with all that a rule may look at.
 *
 * @param budgetUsedMinor what the program has promised already for wins of the same quarter
 */
record WonReferral(
        Referral referral,
        Referral.Win win,
        RewardRole role,
        Program program,
        Standing standing,
        long budgetUsedMinor) {

    /** Whoever would get it: the credited referrer, or the lead. */
    @Nullable
    Party beneficiary() {
        return switch (role) {
            case REFERRER -> referral.attribution().credited().orElse(null);
            case REFERRED -> Party.leadOf(referral.referralId());
        };
    }

    /** Registrable domains of the addresses by which the credited referrer is known, as a customer or from the submissions. */
    Set<String> referrerDomains() {
        return Stream.concat(
                        referral.referrerDomains().stream(),
                        Stream.ofNullable(standing.referrer().emailDomain()))
                .collect(Collectors.toSet());
    }

    Set<String> leadDomains() {
        String domain = referral.leadDomain();
        return domain == null ? Set.of() : Set.of(domain);
    }

    String currency() {
        return program.currencyOf(referral);
    }

    Optional<Program.Amounts> amounts() {
        return program.amounts(currency());
    }

    /** By the beneficiary's own segment; nobody knows that of a lead. */
    RewardForm form() {
        return program.form(role == RewardRole.REFERRER ? standing.referrer().segment() : Segment.UNKNOWN);
    }

    /**
     * @param amountMinor before the budget is looked at
     * @param further what speaks against it besides what speaks against every reward
     */
    Award award(String rule, long amountMinor, List<Reason> further) {
        List<Reason> objections = new ArrayList<>(Objections.to(this));
        objections.addAll(further);
        long minor = form().isMoney() ? amountMinor : 0;
        amounts()
                .filter(amounts -> minor > amounts.quarterlyBudgetMinor() - budgetUsedMinor)
                .ifPresent(_ -> objections.add(Reason.of(Reason.Code.BUDGET_EXHAUSTED)));
        return new Award(
                rule,
                referral.referralId(),
                role,
                program.name(),
                program.stamp(),
                beneficiary(),
                form(),
                new Money(minor, currency()),
                amounts().map(amounts -> amounts.approversFor(minor)).orElse(1),
                win,
                win.at().plus(program.holdPeriod()),
                referral.correlationId(),
                objections);
    }
}
