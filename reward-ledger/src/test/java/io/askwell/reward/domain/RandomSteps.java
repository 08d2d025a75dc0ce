package io.askwell.reward.domain;

import io.askwell.reward.domain.ledger.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** One thing that happens to a ledger, any of those that can. The same random numbers give the same history. */
public final class RandomSteps {

    private static final List<Party> REFERRERS = List.of(
            ReferralBuilder.ADA,
            ReferralBuilder.BOB,
            new Party(Party.Kind.CUSTOMER, "C-300"),
            new Party(Party.Kind.CUSTOMER, "C-400"),
            new Party(Party.Kind.PARTNER, "P-9"));

    private RandomSteps() {}

    public static void take(LedgerInMemory ledger, Random random, Instant now) {
        switch (random.nextInt(8)) {
            case 0, 1 -> ledger.hear(anyReferral(random, now), now);
            case 2 -> ledger.timePasses(now);
            case 3 -> ledger.takeIntoPayout();
            case 4 -> hearOfARefund(ledger, random, now);
            default -> {
                List<Reward> rewards = ledger.rewards();
                if (!rewards.isEmpty()) {
                    UUID rewardId =
                            rewards.get(random.nextInt(rewards.size())).terms().rewardId();
                    ledger.decide(rewardId, anyDecision(random, now));
                    ledger.settle(rewardId, random.nextInt(4) > 0, now);
                }
            }
        }
    }

    /** Of a deal as it is known, so that what is promised, owed or paid shrinks step by step. */
    private static void hearOfARefund(LedgerInMemory ledger, Random random, Instant now) {
        List<Reward> rewards = ledger.rewards();
        if (rewards.isEmpty()) {
            return;
        }
        Referral known = ledger.referral(
                rewards.get(random.nextInt(rewards.size())).terms().key().referralId());
        Referral.Win win = known.win();
        if (win != null && win.value() != null) {
            long before = win.refunded() == null ? 0 : win.refunded().amountMinor();
            Money refunded = new Money(
                    before + random.nextLong(win.value().amountMinor() + 1) / 2,
                    win.value().currency());
            ledger.hear(
                    new Referral(
                            known.referralId(),
                            known.attribution(),
                            new Referral.Win(win.at(), win.value(), refunded),
                            known.openReviews(),
                            known.flags(),
                            known.basisKnown(),
                            known.referrerDomains(),
                            known.leadDomain(),
                            known.correlationId()),
                    now);
        }
    }

    private static Decision anyDecision(Random random, Instant now) {
        String person = random.nextBoolean() ? "pat" : "ann";
        return random.nextInt(6) > 0 ? new Approval(person, now, null) : new Rejection(person, now, "not this one");
    }

    private static Referral anyReferral(Random random, Instant now) {
        Party referrer = REFERRERS.get(random.nextInt(REFERRERS.size()));
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
            case 3, 4 -> new Money(40_000_000, "USD");
            default -> new Money(100_000 + random.nextInt(4_000_000), "USD");
        };
        return ReferralBuilder.wonReferral()
                .id("R-" + random.nextInt(120))
                .attribution(attribution)
                .wonAt(random.nextInt(10) == 0 ? null : now.minus(Duration.ofDays(random.nextInt(60))))
                .value(value)
                .refunded(random.nextInt(15) == 0 ? value : null)
                .openReviews(random.nextInt(8) == 0 ? List.of("review-1") : List.of())
                .flags(random.nextInt(20) == 0 ? Set.of("self_referral") : Set.of())
                .basisKnown(random.nextInt(10) > 0)
                .build();
    }
}
