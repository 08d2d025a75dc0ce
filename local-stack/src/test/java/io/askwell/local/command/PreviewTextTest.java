package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class PreviewTextTest {

    @Test
    void itShowsWhatWouldHaveBeenPromisedAndForWhatReasonsNot() {
        assertThat(text("""
                {"inForce":{"version":"program-default-v1","hash":"0123456789abcdef"},
                 "proposed":{"version":"program-default-v2","hash":"fedcba9876543210"},
                 "conversions":12,
                 "promises":[
                   {"role":"referrer","form":"credit","currency":"USD","inForce":{"rewards":9,"minor":235000},"proposed":{"rewards":8,"minor":400050}},
                   {"role":"referred","form":"credit","currency":"JPY","inForce":{"rewards":1,"minor":1500},"proposed":{"rewards":1,"minor":1500}}],
                 "notEligible":{"cap_reached":{"inForce":3,"proposed":4}},
                 "changed":11,
                 "examples":[
                   {"referralId":"R-1","role":"referrer",
                    "inForce":{"rule":"two-sided-credit-v1","form":"credit","amount":{"amountMinor":25000,"currency":"USD"},"reasons":[]},
                    "proposed":{"rule":"two-sided-credit-v1","form":"credit","amount":{"amountMinor":0,"currency":"USD"},
                      "reasons":[{"code":"cap_reached","evidence":[]},{"code":"disputed","evidence":[]}]}}]}
                """)).isEqualTo("""
                Deals that were won: 12, judged in the order of their wins by what is known of them now.

                PROGRAM   VERSION             HASH
                in force  program-default-v1  0123456789ab
                proposed  program-default-v2  fedcba987654

                TO        FORM    IN FORCE        PROPOSED
                referrer  credit  9, 2350.00 USD  8, 4000.50 USD
                referred  credit  1, 1500 JPY     1, 1500 JPY

                NOT ELIGIBLE  IN FORCE  PROPOSED
                cap_reached   3         4

                FOR EXAMPLE  TO        IN FORCE           PROPOSED
                R-1          referrer  250.00 USD credit  nothing: cap_reached, disputed
                and 10 more

                Nothing was changed.""");
    }

    @Test
    void thatNothingWouldChangeIsOneSentence() {
        assertThat(text("{\"conversions\":3,\"changed\":0}"))
                .contains("Nobody would have been promised anything else.")
                .doesNotContain("FOR EXAMPLE");
    }

    @Test
    void aChangedFileUnderTheOldVersionIsWarnedOf() {
        assertThat(text("""
                {"inForce":{"version":"program-default-v1","hash":"0123456789abcdef"},
                 "proposed":{"version":"program-default-v1","hash":"fedcba9876543210"},"conversions":3,"changed":0}
                """))
                .contains(
                        "The files differ though both say program-default-v1: give the proposed one a version of its own");
    }

    private static String text(String report) {
        return PreviewText.of(JsonMapper.shared().readTree(report));
    }
}
