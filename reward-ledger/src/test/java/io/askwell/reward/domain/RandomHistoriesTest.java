package io.askwell.reward.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.reward.domain.ledger.Transfer;
import io.askwell.reward.domain.ledger.TransferCode;
import io.askwell.reward.domain.rule.Program;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever happens, in whatever order and however often: the books balance, every state has its transfers, nobody is paid twice,
 * caps and budgets hold. A failing seed replays exactly; {@code -Daskwell.steps} makes the runs longer or shorter.
 */
class RandomHistoriesTest {

    private static final int STEPS = Integer.getInteger("askwell.steps", 100_000);

    /** After so many steps another hundred referrals come and the old ones rest, so that a run stays a run of many small worlds. */
    private static final int ERA = 5_000;

    private final Program program = Programs.DEFAULT;

    @ParameterizedTest
    @ValueSource(longs = 20_261_122)
    void theBooksBalanceAfterEveryStep(long seed) {
        Random random = new Random(seed);
        Set<RewardState> seen = EnumSet.noneOf(RewardState.class);
        Set<TransferCode> booked = EnumSet.noneOf(TransferCode.class);
        Set<Reason.Code> reasons = EnumSet.noneOf(Reason.Code.class);
        for (int done = 0; done < STEPS; done += ERA) {
            LedgerInMemory ledger = new LedgerInMemory();
            ledger.isKnownAs(ReferralBuilder.BOB, Segment.ENTERPRISE);
            live(ledger, random, Math.min(ERA, STEPS - done));
            ledger.rewards().forEach(reward -> {
                seen.add(reward.state());
                reward.reasons().forEach(reason -> reasons.add(reason.code()));
            });
            ledger.transfers().forEach(transfer -> booked.add(transfer.code()));
        }
        // A run that never came to a state has shown nothing about it.
        assertThat(seen).containsExactlyInAnyOrder(RewardState.values());
        assertThat(booked).containsExactlyInAnyOrder(TransferCode.values());
        assertThat(reasons).contains(Reason.Code.CAP_REACHED, Reason.Code.BUDGET_EXHAUSTED, Reason.Code.REATTRIBUTED);
    }

    private void live(LedgerInMemory ledger, Random random, int steps) {
        Instant now = ReferralBuilder.WON_AT;
        for (int step = 0; step < steps; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(60)));
            RandomSteps.take(ledger, random, now);
            assertBooksBalance(ledger);
            if (step % 200 == 0) {
                assertWhole(ledger);
            }
        }
        assertWhole(ledger);
    }

    private void assertWhole(LedgerInMemory ledger) {
        assertStatesAndTransfersAgree(ledger);
        assertHoldsAreResolvedOnce(ledger);
        assertNobodyIsPaidTwice(ledger);
        assertCapsAndBudgetsHold(ledger);
    }

    private static void assertBooksBalance(LedgerInMemory ledger) {
        Map<String, Totals> byCurrency = new HashMap<>();
        for (Map<String, Totals> account : ledger.totals().values()) {
            account.forEach((currency, sums) -> {
                if (sums.pendingDebits() < 0
                        || sums.pendingCredits() < 0
                        || sums.postedDebits() < 0
                        || sums.postedCredits() < 0) {
                    fail("a sum below zero: " + sums);
                }
                byCurrency.merge(currency, sums, Totals::plus);
            });
        }
        for (Totals sums : byCurrency.values()) {
            if (sums.postedDebits() != sums.postedCredits() || sums.pendingDebits() != sums.pendingCredits()) {
                fail("the books do not balance: " + sums);
            }
        }
    }

    private static void assertHoldsAreResolvedOnce(LedgerInMemory ledger) {
        Set<UUID> ids = new HashSet<>();
        Set<UUID> resolved = new HashSet<>();
        for (Transfer transfer : ledger.transfers()) {
            assertThat(ids.add(transfer.transferId()))
                    .as("one id, one transfer")
                    .isTrue();
            if (transfer.pendingId() != null) {
                assertThat(resolved.add(transfer.pendingId()))
                        .as("one resolution")
                        .isTrue();
            }
        }
    }

    private static void assertNobodyIsPaidTwice(LedgerInMemory ledger) {
        Set<UUID> paid = new HashSet<>();
        for (Transfer transfer : ledger.transfers()) {
            if (transfer.code() == TransferCode.PAYOUT) {
                assertThat(paid.add(transfer.rewardId())).as("one payout").isTrue();
            }
        }
        // Of the two sides of a deal each has one reward that stands, whoever was credited before.
        Set<String> standing = new HashSet<>();
        for (Reward reward : ledger.rewards()) {
            if (reward.state().isCommitted()) {
                RewardKey key = reward.terms().key();
                assertThat(standing.add(key.referralId() + "/" + key.role())).isTrue();
            }
        }
    }

    private void assertCapsAndBudgetsHold(LedgerInMemory ledger) {
        Program.Amounts amounts = program.amounts("USD").orElseThrow();
        Map<String, Long> capped = new HashMap<>();
        Map<String, Long> budget = new HashMap<>();
        for (Reward reward : ledger.rewards()) {
            RewardTerms terms = reward.terms();
            if (reward.state().isCommitted() && terms.amount().isIn("USD")) {
                OffsetDateTime won = terms.wonAt().atOffset(ZoneOffset.UTC);
                long minor = terms.amount().amountMinor() - reward.reducedMinor();
                budget.merge(won.getYear() + "/" + won.get(IsoFields.QUARTER_OF_YEAR), minor, Long::sum);
                if (terms.key().role() == RewardRole.REFERRER
                        && terms.key().rule().startsWith("two-sided")) {
                    capped.merge(terms.beneficiary() + "/" + won.getYear(), minor, Long::sum);
                }
            }
        }
        assertThat(capped.values()).allMatch(minor -> minor <= amounts.yearlyCapMinor());
        assertThat(budget.values()).allMatch(minor -> minor <= amounts.quarterlyBudgetMinor());
    }

    /** Rules, section 7: a reward in state X has exactly X's transfers, and what its accounts hold is what it says. */
    private static void assertStatesAndTransfersAgree(LedgerInMemory ledger) {
        Map<UUID, List<Transfer>> booked =
                ledger.transfers().stream().collect(Collectors.groupingBy(Transfer::rewardId));
        Map<Account, Long> expected = new HashMap<>();
        for (Reward reward : ledger.rewards()) {
            RewardTerms terms = reward.terms();
            List<Transfer> own = booked.getOrDefault(terms.rewardId(), List.of());
            assertThat(own).isEqualTo(reward.transfers());
            String codes = own.stream().map(transfer -> letter(transfer)).collect(Collectors.joining());
            assertThat(codes).as(() -> terms.form() + " " + reward.state()).matches(allowed(reward));
            assertThat(reward.outstanding().amountMinor()).isNotNegative();
            assertThat(reward.recoverable().amountMinor()).isNotNegative();
            Party beneficiary = terms.beneficiary();
            if (beneficiary != null && terms.amount().isIn("USD")) {
                boolean isOwed = reward instanceof Reward.Payable || reward instanceof Reward.InPayout;
                long owed = isOwed ? reward.outstanding().amountMinor() : 0;
                expected.merge(beneficiary.rewardsPayable(), owed, Long::sum);
                expected.merge(
                        beneficiary.rewardsReceivable(), reward.recoverable().amountMinor(), Long::sum);
            }
        }
        ledger.totals().forEach((account, totals) -> {
            if (expected.containsKey(account)) {
                assertThat(Objects.requireNonNull(totals.get("USD"))
                                .balance(account.normalSide())
                                .posted())
                        .as(account.name())
                        .isEqualTo(expected.get(account));
            }
        });
    }

    /** Holds, posts, settles, voids, reverses, takes back a settlement, pays or claws back. */
    private static String letter(Transfer transfer) {
        return switch (transfer.code()) {
            case REWARD_HOLD -> "h";
            case REWARD -> transfer.pendingId() == null ? "s" : "p";
            case VOID -> "v";
            case REVERSAL -> "r";
            case PAYOUT -> "o";
            case CLAWBACK -> "c";
        };
    }

    private static String allowed(Reward reward) {
        if (!reward.terms().form().isMoney()) {
            return "";
        }
        return switch (reward.state()) {
            case NOT_ELIGIBLE, AWAITING_APPROVAL, REJECTED -> "";
            case APPROVED -> "(hv)*h";
            case PAYABLE, IN_PAYOUT -> "(hv)*hps*r*";
            case PAID -> "(hv)*hps*r*oc*";
            case VOIDED -> "((hv)+|(hv)*hps*r+)?";
            case CLAWED_BACK -> "(hv)*hps*r*oc+";
        };
    }
}
