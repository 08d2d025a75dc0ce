package io.askwell.readiness.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.askwell.readiness.TestPolicy;
import io.askwell.readiness.application.AdvocateSearch;
import io.askwell.readiness.application.FindPriorityLine;
import io.askwell.readiness.application.Held;
import io.askwell.readiness.application.KeptSignals;
import io.askwell.readiness.application.KeptSignals.Found;
import io.askwell.readiness.application.KeptSignals.HeldBy;
import io.askwell.readiness.application.KeptSignals.NeverSeen;
import io.askwell.readiness.application.KeptSignals.Unavailable;
import io.askwell.readiness.application.ListedCustomers;
import io.askwell.readiness.application.OtherInstances;
import io.askwell.readiness.application.ReadReadiness;
import io.askwell.readiness.application.TakeCensus;
import io.askwell.readiness.application.WholeOfPartitions;
import io.askwell.readiness.domain.Advocate;
import io.askwell.readiness.domain.AdvocateHistogram;
import io.askwell.readiness.domain.ReadinessAssessor;
import io.askwell.readiness.domain.signal.Canonical;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.SatisfactionFact.NpsScored;
import io.askwell.readiness.domain.signal.Signal;
import io.askwell.readiness.domain.signal.SignalId;
import io.askwell.transport.http.ProblemAdvice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ReadinessControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final InstanceClient INSTANCES = new InstanceClient(Duration.ofMillis(500));

    private static final FindPriorityLine NO_LINE = new FindPriorityLine(
            new TakeCensus(ListedCustomers.of(Set.of()), InstantSource.fixed(NOW)),
            new Alone(),
            new WholeOfPartitions(1),
            InstantSource.fixed(NOW));

    private static StandInInstance other;

    @BeforeAll
    static void start() {
        other = StandInInstance.start();
        StandInInstance.callAs("token-of-rep-7");
    }

    @AfterAll
    static void stop() {
        StandInInstance.callAsNobody();
        INSTANCES.close();
        other.close();
    }

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
                            { "code": "unknown_customer", "evidence": [], "endedBy": ["customer_updated"], "endsAt": null },
                            { "code": "no_value_yet", "evidence": [] },
                            { "code": "score_below_threshold", "evidence": [], "missingPoints": 50 },
                            { "code": "no_open_trigger", "evidence": [] }
                          ],
                          "advocateScore": 10.0,
                          "priorityAdvocate": false,
                          "policy": "readiness-v1",
                          "assessedAt": "2026-11-22T12:00:00Z",
                          "nextChangeAt": null
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

    @Test
    void whileSomeCustomersAreOutOfReachNobodyIsToldToBeOrNotToBeAPriorityAdvocate() throws Exception {
        var nps = new Signal<>(
                new SignalId("test", "nps"), 0, NOW, NOW, "test/nps", new NpsScored(9), Canonical.owning(new byte[0]));

        ask(new Found(CustomerSignals.of(List.of(nps))))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                        { "advocateScore": 37.0, "priorityAdvocate": null }
                        """));
    }

    @Test
    void anotherInstanceAnswersForWhomItHolds() throws Exception {
        other.answers(404, "application/problem+json", "{\"title\":\"Not Found\"}");

        ask(new HeldBy(other.address()), get("/v1/customers/{id}/readiness", "C ü 7"))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(content().string("{\"title\":\"Not Found\"}"));

        assertThat(other.lastPath()).isEqualTo("/v1/customers/C%20%C3%BC%207/readiness");
        assertThat(other.lastHeader("Authorization")).isEqualTo("Bearer token-of-rep-7");
        assertThat(other.lastHeader("traceparent")).isNotNull();
        assertThat(other.lastHeader(InstanceClient.FORWARDED)).isNotNull();
    }

    @Test
    void whenTheOtherInstanceSaysLaterItIsLater() throws Exception {
        other.answers(503, "application/problem+json", "{}");

        ask(new HeldBy(other.address()))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "7"));
    }

    @Test
    void aQuestionIsForwardedOnce() throws Exception {
        ask(new HeldBy("127.0.0.1:1"), get("/v1/customers/C-100/readiness").header(InstanceClient.FORWARDED, "true"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "2"));
    }

    @Test
    void whenTheOtherInstanceIsGoneTheAnswerSaysWhenToAskAgain() throws Exception {
        ask(new HeldBy("127.0.0.1:1"))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "2"));
    }

    @Test
    void whenTheOtherInstanceIsSilentTheAnswerSaysWhenToAskAgain() throws Exception {
        other.isSilent();

        ask(new HeldBy(other.address()))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "2"));
    }

    private static ResultActions ask(KeptSignals.Lookup lookup) throws Exception {
        return ask(lookup, get("/v1/customers/C-100/readiness"));
    }

    private static ResultActions ask(KeptSignals.Lookup lookup, MockHttpServletRequestBuilder request)
            throws Exception {
        var policy = TestPolicy.shipped();
        var readReadiness = new ReadReadiness(
                new ReadinessAssessor(policy.policy()), _ -> lookup, NO_LINE, InstantSource.fixed(NOW));
        MockMvc http = MockMvcBuilders.standaloneSetup(new ReadinessController(readReadiness, policy, INSTANCES))
                .setControllerAdvice(new ProblemAdvice())
                .build();
        return http.perform(request);
    }

    /** There are no other instances. */
    private static final class Alone implements OtherInstances {

        @Override
        public List<Held<AdvocateHistogram>> histograms() {
            return List.of();
        }

        @Override
        public List<Held<List<Advocate>>> advocates(AdvocateSearch search) {
            return List.of();
        }
    }
}
