package io.askwell.signal.http;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.signal.InMemoryLogs;
import io.askwell.signal.RecordingLog;
import io.askwell.signal.SignalIngestMetrics;
import io.askwell.signal.application.MakeLink;
import io.askwell.signal.application.TakeReports;
import io.askwell.signal.domain.Intake;
import io.askwell.signal.domain.LeadReport;
import io.askwell.signal.domain.LinkCodes;
import io.askwell.signal.domain.LinkTargets;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkControllerTest {

    @ParameterizedTest
    @ValueSource(strings = {"go.site.example", "ftp://go.site.example", "https:///r", "https://go.site.example?a=b"})
    void whereNoLinkCanBeginStopsTheStart(String base) {
        assertThatThrownBy(() -> new LinkController(makeLink(), URI.create(base)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("ASKWELL_LINK_BASE must be like https://go.site.example, without a query, not " + base);
    }

    private static MakeLink makeLink() {
        InstantSource clock = InstantSource.fixed(InMemoryLogs.NOW);
        TakeReports<LeadReport, LeadReport> acceptAll = new TakeReports<>(
                (report, _) -> Intake.of(report, List.of()),
                new RecordingLog<>(),
                new SignalIngestMetrics(new SimpleMeterRegistry()).of("leads"),
                clock);
        return new MakeLink(LinkTargets.of(""), new LinkCodes(HmacSeal.unknown()), acceptAll, clock);
    }
}
