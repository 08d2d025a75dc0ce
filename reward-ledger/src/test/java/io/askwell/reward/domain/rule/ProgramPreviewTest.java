package io.askwell.reward.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.reward.domain.CustomerProfile;
import io.askwell.reward.domain.LedgerInMemory;
import io.askwell.reward.domain.Programs;
import io.askwell.reward.domain.Reason;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ReferralBuilder;
import io.askwell.reward.domain.Reward;
import io.askwell.reward.domain.ledger.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProgramPreviewTest {

    /** The oracle is the ledger itself: what it proposes for deals that come in the order of their wins. */
    @Test
    void aPreviewOfTheProgramInForceSaysWhatTheLedgerProposed() {
        Random random = new Random(7);
        LedgerInMemory ledger = new LedgerInMemory();
        ProgramPreview preview = new ProgramPreview(Programs.DEFAULT);
        List<String> previewed = new ArrayList<>();
        for (int day = 0; day < 300; day++) {
            Referral won = ReferralBuilder.wonReferral()
                    .id("R-" + day)
                    .creditedTo(random.nextBoolean() ? ReferralBuilder.ADA : ReferralBuilder.BOB)
                    .value(new Money(50_000 + random.nextInt(300_000), "USD"))
                    .refunded(random.nextInt(5) == 0 ? new Money(40_000, "USD") : null)
                    .wonAt(ReferralBuilder.WON_AT.plus(Duration.ofDays(5L * day)))
                    .build();
            preview.judge(won, CustomerProfile.UNKNOWN)
                    .forEach(award -> previewed.add(award.role() + " " + award.promisedMinor()));
            ledger.hear(won, ReferralBuilder.WON_AT.plus(Duration.ofDays(5L * day)));
        }

        assertThat(ledger.rewards().stream()
                        .map(reward -> reward.terms().key().role() + " "
                                + reward.outstanding().amountMinor())
                        .toList())
                .isEqualTo(previewed);
        assertThat(ledger.rewards())
                .anyMatch(reward ->
                        reward.reasons().stream().anyMatch(reason -> reason.code() == Reason.Code.CAP_REACHED));
        assertThat(ledger.rewards()).anyMatch(Reward.AwaitingApproval.class::isInstance);
    }
}
