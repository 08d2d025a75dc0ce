package io.askwell.signal.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.signal.InMemoryLogs;
import io.askwell.signal.RecordingLog;
import io.askwell.signal.SignalIngestMetrics;
import io.askwell.signal.application.FollowLink;
import io.askwell.signal.application.TakeReports;
import io.askwell.signal.domain.Intake;
import io.askwell.signal.domain.LeadReport;
import io.askwell.signal.domain.LinkCodes;
import io.askwell.signal.domain.LinkTargets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class RedirectRateTest {

    private final InstantSource clock = InstantSource.fixed(InMemoryLogs.NOW);
    private final RecordingLog<LeadReport> log = new RecordingLog<>();
    private final LinkCodes codes = new LinkCodes(HmacSeal.unknown());
    private final MockMvcTester http = MockMvcTester.create(
            MockMvcBuilders.standaloneSetup(new RedirectController(followLink(), new RateLimit(3, clock)))
                    .build());

    @Test
    void whoComesTooOftenIsToComeBackLater() {
        String path = "/r/" + codes.code("signup", "customer", "C-100");
        for (int i = 0; i < 3; i++) {
            assertThat(http.get().uri(path).exchange()).hasStatus(302);
        }

        MvcTestResult answer = http.get().uri(path).exchange();

        assertThat(answer).hasStatus(429).hasHeader("Retry-After", "1");
        assertThat(answer).bodyJson().extractingPath("$.type").isEqualTo("urn:askwell:problem:too_many_requests");
        assertThat(log.facts()).hasSize(3);
    }

    private FollowLink followLink() {
        var observer = new SignalIngestMetrics(new SimpleMeterRegistry()).of("clicks");
        TakeReports<LeadReport, LeadReport> acceptAll =
                new TakeReports<>((report, _) -> Intake.of(report, List.of()), log, observer, clock);
        return new FollowLink(LinkTargets.of("signup=https://site.example"), codes, acceptAll, UUID::randomUUID, clock);
    }
}
