package io.askwell.signal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.signal.InMemoryLogs;
import io.askwell.signal.RecordingLog;
import io.askwell.signal.SignalIngestMetrics;
import io.askwell.signal.application.TakeReports;
import io.askwell.signal.domain.Intake;
import io.askwell.signal.domain.SignalReport;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.json.JsonMapper;

class OverloadTest {

    private final RecordingLog<SignalReport> log = new RecordingLog<>();
    private final BodyBudget budget = new BodyBudget(1000, Duration.ofMillis(20));
    private final MockMvcTester http = MockMvcTester.create(MockMvcBuilders.standaloneSetup(controller())
            .setControllerAdvice(new RetryLaterAdvice())
            .build());

    @Test
    void aBodyThatMustWaitTooLongIsToBeSentAgainLater() {
        try (var _ = budget.take(1000)) {
            MvcTestResult answer = post();

            assertThat(answer).hasStatus(503).hasHeader("Retry-After", "5");
            assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:askwell:problem:overloaded");
            assertThat(log.facts()).isEmpty();
        }
    }

    @Test
    void theTurnOfABodyEndsWithItsAnswer() {
        for (int i = 0; i < 20; i++) {
            assertThat(post()).hasStatus(202);
        }
    }

    @Test
    void theTurnOfABodyEndsWithItsFailureToo() {
        log.stopAnswering();
        for (int i = 0; i < 20; i++) {
            assertThat(post()).hasStatus(503);
        }
        log.forget();

        assertThat(post()).hasStatus(202);
    }

    private SignalController controller() {
        var observer = new SignalIngestMetrics(new SimpleMeterRegistry()).of("signals");
        TakeReports<SignalReport, SignalReport> acceptAll = new TakeReports<>(
                (report, _) -> Intake.of(report, List.of()), log, observer, InstantSource.fixed(InMemoryLogs.NOW));
        return new SignalController(new IntakeDesk(budget, new BatchReader(new JsonMapper())), acceptAll);
    }

    private MvcTestResult post() {
        return http.post()
                .uri("/v1/signals")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\":\"renewed\"}" + " ".repeat(100))
                .exchange();
    }
}
