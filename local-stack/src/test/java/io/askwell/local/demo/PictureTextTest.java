package io.askwell.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PictureTextTest {

    @Test
    void itShowsTheWordsOfTheAnswersInTheirPlaces() {
        var picture = new Picture(
                List.of(json("""
                                {"customerId":"C-5","status":"pending","mode":"ask_now","trigger":"nps_promoter","ownerId":"rep-7","expiresAt":"2026-10-02T11:00:00Z","draft":{"subject":"A favour?"}}
                                """), json("""
                                {"customerId":"C-1","status":"released","history":[{"step":"drafted","by":null},{"step":"approved","by":"rep-7"}]}
                                """), json("""
                                {"customerId":"C-6","status":"deferred","history":[{"step":"deferred","by":"rep-7","until":"2026-10-09T10:00:00Z"}]}
                                """), json("""
                                {"customerId":"C-7","status":"withdrawn","history":[{"step":"withdrawn","reasons":[{"code":"ticket","evidence":["helpdesk/t-2"]}]}]}
                                """)),
                json("""
                        {"status":422,"errors":[{"pointer":"/body","detail":"reward_promise: gift card"}]}
                        """),
                List.of(json("""
                                {"customerId":"C-2","decision":"hold","score":80,"reasons":[{"code":"ticket","evidence":["helpdesk/t-1"]}]}
                                """), json("""
                                {"customerId":"C-1","decision":"ask_now","score":85,"reasons":[]}
                                """)),
                List.of(json("""
                        {"lead":{"name":"Sam Roe","company":"Roe"},"stage":"deal_won","attribution":{"state":"attributed","confidence":"high","referrer":{"kind":"customer","id":"C-1"},"note":"The only claim."}}
                        """)),
                List.of(json("""
                        {"kind":"conflict","claims":[{"referrer":{"id":"C-1"},"strength":0.7,"evidence":[{"ref":"form/1"}]},{"referrer":{"id":"C-5"},"strength":0.7,"evidence":[{"ref":"form/2"}]}]}
                        """)),
                List.of(json("""
                        {"role":"referrer","beneficiary":{"id":"C-1"},"form":"credit","amount":{"amountMinor":25000,"currency":"USD"},"state":"approved","approvals":[{"by":"pat"}]}
                        """)),
                List.of(json("""
                        {"code":"REWARD_HOLD","debit":"program:default:reward-expense","credit":"customer:C-1:rewards-payable","amount":{"amountMinor":25000,"currency":"USD"}}
                        """)),
                json("""
                        {"currencies":[{"currency":"USD","debitsMinor":25000,"creditsMinor":25000,"differenceMinor":0}]}
                        """));

        assertThat(PictureText.of(picture)).isEqualTo("""

                Asks that wait for their owner
                  C-5  ask_now because of nps_promoter, by rep-7, until 2026-10-02T11:00:00Z
                       "A favour?"

                Asks that were decided
                  C-1  released: drafted, approved by rep-7
                  C-6  deferred: deferred by rep-7 until 2026-10-09T10:00:00Z
                  C-7  withdrawn: withdrawn because of ticket (helpdesk/t-2)

                An edit that was refused
                  422: /body reward_promise: gift card

                Customers who are not asked, and why
                  C-2  hold, score 80: ticket (helpdesk/t-1)

                Referrals
                  Sam Roe, Roe  deal_won, attributed to C-1, confidence high
                       The only claim.

                Conflicts and other questions that wait for a person
                  conflict: C-1 (strength 0.7, form/1) against C-5 (strength 0.7, form/2)

                Rewards
                  referrer C-1  250.00 USD credit, approved by pat

                Transfers
                  REWARD_HOLD 250.00 USD  from program:default:reward-expense to customer:C-1:rewards-payable

                Trial balance
                  debits 250.00 USD, credits 250.00 USD, difference 0.00 USD""");
    }

    @Test
    void aSectionWithoutAnswersSaysSo() {
        var empty = new Picture(
                List.of(),
                json("{}"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                json("{\"currencies\":[]}"));

        assertThat(PictureText.of(empty)).contains("Rewards\n  none").contains("Trial balance\n  none");
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
