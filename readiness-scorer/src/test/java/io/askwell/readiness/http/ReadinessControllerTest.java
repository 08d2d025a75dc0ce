package io.askwell.readiness.http;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.application.KeptSignals;
import io.askwell.readiness.application.KeptSignals.Found;
import io.askwell.readiness.application.KeptSignals.NeverSeen;
import io.askwell.readiness.application.KeptSignals.Unavailable;
import io.askwell.readiness.application.ReadReadiness;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.transport.http.ProblemAdvice;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ReadinessControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void aCustomerWithoutLiveSignalsIsToldToWait() throws Exception {
        ask(new Found(CustomerSignals.none()))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                        {
                          "customerId": "C-100",
                          "decision": "wait",
                          "score": 0,
                          "band": "wait",
                          "contributions": [],
                          "concerns": [],
                          "trigger": null,
                          "openTriggers": [],
                          "reasons": [
                            { "code": "unknown_customer", "evidence": [] },
                            { "code": "no_value_yet", "evidence": [] },
                            { "code": "score_below_threshold", "evidence": [] },
                            { "code": "no_open_trigger", "evidence": [] }
                          ],
                          "policy": "readiness-v1",
                          "assessedAt": "2026-11-22T12:00:00Z"
                        }
                        """));
    }

    @Test
    void aCustomerWhoWasNeverSeenIsNotFound() throws Exception {
        ask(new NeverSeen()).andExpect(status().isNotFound());
    }

    @Test
    void whileTheStateIsRestoredTheAnswerSaysWhenToAskAgain() throws Exception {
        ask(new Unavailable())
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "2"))
                .andExpect(content().contentType("application/problem+json"));
    }

    private static ResultActions ask(KeptSignals.Lookup lookup) throws Exception {
        var policy = TestPolicy.shipped();
        var readReadiness =
                new ReadReadiness(new ReadinessAssessor(policy.policy()), _ -> lookup, InstantSource.fixed(NOW));
        MockMvc http = MockMvcBuilders.standaloneSetup(new ReadinessController(readReadiness, policy))
                .setControllerAdvice(new ProblemAdvice())
                .build();
        return http.perform(get("/v1/customers/C-100/readiness"));
    }
}
