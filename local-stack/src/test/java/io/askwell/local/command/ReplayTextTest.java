package io.askwell.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ReplayTextTest {

    @Test
    void itShowsWhoseDecisionWouldChangeAndForWhatReasons() {
        assertThat(text("""
                {"at":"2026-11-22T12:00:00Z",
                 "active":{"version":"readiness-v1","hash":"0123456789abcdef"},
                 "proposed":{"version":"readiness-v2","hash":"fedcba9876543210"},
                 "signals":19,"acceptedLater":1,"passedOver":{"newer_kind":1,"undecodable":2},"customers":5,
                 "changes":[
                   {"from":"ask_now","to":"soft_mention","customers":2,"examples":[
                     {"customerId":"C-100","before":{"decision":"ask_now","score":85,"reasons":[]},
                      "after":{"decision":"soft_mention","score":85,"reasons":[]}}]},
                   {"from":"ask_now","to":"wait","customers":1,"examples":[
                     {"customerId":"C-2","before":{"decision":"ask_now","score":85,"reasons":[]},
                      "after":{"decision":"wait","score":45,"reasons":["score_below_threshold","no_open_trigger"]}}]}],
                 "onlyGroundsChange":1}
                """)).isEqualTo("""
                19 signals of 5 customers, judged as of 2026-11-22T12:00:00Z.
                Passed over, as the scorer does: 1 newer_kind, 2 undecodable.
                Not counted, because it was accepted after that moment: 1 signal.

                POLICY    VERSION       HASH
                active    readiness-v1  0123456789ab
                proposed  readiness-v2  fedcba987654

                FROM     TO            CUSTOMERS
                ask_now  soft_mention  2
                ask_now  wait          1

                FOR EXAMPLE  BEFORE             AFTER
                C-100        ask_now, score 85  soft_mention, score 85
                C-2          ask_now, score 85  wait, score 45: score_below_threshold, no_open_trigger

                1 more customer would keep the decision, with another score or other reasons.
                Nothing was changed.""");
    }

    @Test
    void thatNothingWouldChangeIsOneSentence() {
        assertThat(unchanged("readiness-v2", "ffff"))
                .contains("Nothing would change: every customer keeps the decision.")
                .doesNotContain("FROM");
    }

    @Test
    void twoPoliciesOfOneVersionAreCalledByTheirName() {
        assertThat(unchanged("readiness-v1", "ffff")).contains("both say readiness-v1");
        assertThat(unchanged("readiness-v1", "0000")).doesNotContain("both say");
        assertThat(unchanged("readiness-v2", "ffff")).doesNotContain("both say");
    }

    private static String unchanged(String version, String hash) {
        return text("""
                {"at":"2026-11-22T12:00:00Z","active":{"version":"readiness-v1","hash":"0000"},
                 "proposed":{"version":"%s","hash":"%s"},"signals":0,"acceptedLater":0,"passedOver":{},"customers":0,
                 "changes":[],"onlyGroundsChange":0}
                """.formatted(version, hash));
    }

    private static String text(String json) {
        return ReplayText.of(JsonMapper.shared().readTree(json));
    }
}
