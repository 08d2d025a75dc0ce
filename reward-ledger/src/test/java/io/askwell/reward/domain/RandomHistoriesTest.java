package io.askwell.reward.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.reward.domain.ledger.Account;
import io.askwell.reward.domain.ledger.Money;
import io.askwell.reward.domain.ledger.Side;
import io.askwell.reward.domain.ledger.Totals;
import io.askwell.reward.domain.ledger.Transfer;
import io.askwell.reward.domain.ledger.TransferCode;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens, in whatever order: the books balance and every state has its transfers. A failing seed replays exactly. */
class RandomHistoriesTest {

    private static final int STEPS = 10_000;
    private static final int REFERRALS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122, 7_777_777})
    void theBooksBalanceAfterEveryStep(long seed) {
        Random random = new Random(seed);
        LedgerInMemory ledger = new LedgerInMemory();
        Set<RewardState> seen = EnumSet.noneOf(RewardState.class);
        Instant now = ReferralBuilder.WON_AT;
        for (int step = 0; step < STEPS; step++) {
            now = now.plus(Duration.ofMinutes(random.nextInt(60)));
            takeOneStep(ledger, random, now);
            assertBooksBalance(ledger);
            if (step % 100 == 0) {
                assertStatesAndTransfersAgree(ledger);
                assertHoldsAreResolvedOnce(ledger);
                ledger.rewards().forEach(reward -> seen.add(reward.state()));
            }
        }
        assertStatesAndTransfersAgree(ledger);
        assertHoldsAreResolvedOnce(ledger);
        // A run that never came to a state has shown nothing about it.
        assertThat(seen).containsExactlyInAnyOrder(RewardState.values());
        assertThat(ledger.transfers().stream().map(Transfer::code)).contains(TransferCode.values());
    }

    private static void takeOneStep(LedgerInMemory ledger, Random random, Instant now) {
        switch (random.nextInt(4)) {
            case 0 -> ledger.hear(anyReferral(random, now), now);
            case 1 -> ledger.timePasses(now);
            default -> {
                List<Reward> rewards = ledger.rewards();
                if (!rewards.isEmpty()) {
                    UUID rewardId =
                            rewards.get(random.nextInt(rewards.size())).terms().rewardId();
                    ledger.decide(rewardId, anyDecision(random, now));
                }
            }
        }
    }

    private static Decision anyDecision(Random random, Instant now) {
        return random.nextInt(4) > 0 ? new Approval("pat", now, null) : new Rejection("pat", now, "not this one");
    }

    private static Referral anyReferral(Random random, Instant now) {
        Party referrer = random.nextBoolean() ? ReferralBuilder.ADA : ReferralBuilder.BOB;
        Attribution attribution = switch (random.nextInt(13)) {
            case 0 -> new Attribution.Unclaimed();
            case 1 -> new Attribution.Disputed();
            case 2 -> new Attribution.Settled(null);
            case 3 -> new Attribution.Attributed(referrer, Confidence.LOW);
            case 4 -> new Attribution.Settled(referrer);
            case 5 -> new Attribution.Merged("R-0");
            default -> new Attribution.Attributed(referrer, Confidence.HIGH);
        };
        Money value = switch (random.nextInt(13)) {
            case 0 -> null;
            case 1 -> new Money(2_500_000, "EUR");
            case 2 -> new Money(99_999, "USD");
            default -> new Money(2_500_000, "USD");
        };
        return ReferralBuilder.wonReferral()
                .id("R-" + random.nextInt(REFERRALS))
                .attribution(attribution)
                .wonAt(random.nextInt(10) == 0 ? null : now.minus(Duration.ofDays(random.nextInt(60))))
                .value(value)
                .refunded(random.nextInt(15) == 0 ? value : null)
                .openReviews(random.nextInt(8) == 0 ? List.of("review-1") : List.of())
                .basisKnown(random.nextInt(10) > 0)
                .build();
    }

    private static void assertBooksBalance(LedgerInMemory ledger) {
        Map<String, Totals> byCurrency = new HashMap<>();
        ledger.totals()
                .values()
                .forEach(totals -> totals.forEach((currency, sums) -> {
                    assertThat(List.of(
                                    sums.pendingDebits(),
                                    sums.pendingCredits(),
                                    sums.postedDebits(),
                                    sums.postedCredits()))
                            .allMatch(sum -> sum >= 0);
                    byCurrency.merge(currency, sums, Totals::plus);
                }));
        assertThat(byCurrency.values())
                .allMatch(sums ->
                        sums.postedDebits() == sums.postedCredits() && sums.pendingDebits() == sums.pendingCredits());
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

    /** Rules, section 7: a reward in state X has exactly X's transfers, and what its account owes is what it says. */
    private static void assertStatesAndTransfersAgree(LedgerInMemory ledger) {
        Map<UUID, List<TransferCode>> booked = new HashMap<>();
        ledger.transfers()
                .forEach(transfer -> booked.merge(
                        transfer.rewardId(),
                        List.of(transfer.code()),
                        (earlier, later) ->
                                Stream.concat(earlier.stream(), later.stream()).toList()));
        Map<Account, Long> owed = new HashMap<>();
        for (Reward reward : ledger.rewards()) {
            List<TransferCode> codes = booked.getOrDefault(reward.terms().rewardId(), List.of());
            assertThat(codes)
                    .isEqualTo(reward.transfers().stream().map(Transfer::code).toList());
            assertThat(codes).isIn(allowed(reward.state()));
            Party beneficiary = reward.terms().beneficiary();
            if (beneficiary != null && reward instanceof Reward.Payable payable) {
                owed.merge(beneficiary.rewardsPayable(), payable.outstanding().amountMinor(), Long::sum);
            }
        }
        long spent = owed.values().stream().mapToLong(Long::longValue).sum();
        ledger.totals().forEach((account, totals) -> {
            long due = account.normalSide() == Side.DEBIT ? spent : owed.getOrDefault(account, 0L);
            assertThat(totals.values())
                    .allMatch(sums -> sums.balance(account.normalSide()).posted() == due);
        });
    }

    private static List<List<TransferCode>> allowed(RewardState state) {
        return switch (state) {
            case NOT_ELIGIBLE, AWAITING_APPROVAL, REJECTED -> List.of(List.of());
            case APPROVED -> List.of(List.of(TransferCode.REWARD_HOLD));
            case PAYABLE -> List.of(List.of(TransferCode.REWARD_HOLD, TransferCode.REWARD));
            case VOIDED ->
                List.of(
                        List.of(),
                        List.of(TransferCode.REWARD_HOLD, TransferCode.VOID),
                        List.of(TransferCode.REWARD_HOLD, TransferCode.REWARD, TransferCode.REVERSAL));
        };
    }
}
