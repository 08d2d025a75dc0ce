package io.askwell.signal.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.askwell.signal.RecordingLog;
import io.askwell.signal.domain.Intake;
import io.askwell.signal.domain.Reading;
import io.askwell.signal.domain.Reason;
import io.askwell.signal.domain.Receipt;
import io.askwell.signal.domain.Report;
import io.askwell.signal.domain.SignalReport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TakeReportsTest {

    private static final Instant NOW = Instant.parse("2026-10-10T12:00:00Z");
    private static final Reason NO_KIND = new Reason("/kind", "is required");
    private static final Reason UNREADABLE_NOTE = new Reason("/note", "must be a string");

    private final RecordingLog<String> log = new RecordingLog<>();
    private final CountedIntakes counted = new CountedIntakes();
    private final TakeReports<SignalReport, String> takeReports =
            new TakeReports<>(TakeReportsTest::onlyWithAKind, log, counted, InstantSource.fixed(NOW));

    @Test
    void writesWhatKeepsTheContractInItsOrder() {
        Receipt receipt = takeReports.take(List.of(reading("evt-1", "renewed"), reading("evt-2", "upgraded")));

        assertThat(receipt).isEqualTo(new Receipt(2, List.of()));
        assertThat(log.facts()).containsExactly("evt-1 at " + NOW, "evt-2 at " + NOW);
    }

    @Test
    void judgesEachReportByItself() {
        Receipt receipt = takeReports.take(
                List.of(reading("evt-1", "renewed"), reading("evt-2", null), reading("evt-3", "renewed")));

        assertThat(receipt).isEqualTo(new Receipt(2, List.of(new Receipt.Rejection(1, "evt-2", List.of(NO_KIND)))));
        assertThat(log.facts()).containsExactly("evt-1 at " + NOW, "evt-3 at " + NOW);
    }

    @Test
    void rejectsWhatCouldNotBeReadInFull() {
        var halfRead = new Reading<>(report("evt-1", "renewed"), List.of(UNREADABLE_NOTE));

        Receipt receipt = takeReports.take(List.of(halfRead));

        assertThat(receipt)
                .isEqualTo(new Receipt(0, List.of(new Receipt.Rejection(0, "evt-1", List.of(UNREADABLE_NOTE)))));
        assertThat(log.facts()).isEmpty();
    }

    @Test
    void givesNoReceiptUnlessTheLogHasAcknowledged() {
        log.stopAnswering();

        assertThatExceptionOfType(NotAcknowledgedException.class)
                .isThrownBy(() -> takeReports.take(List.of(reading("evt-1", "renewed"), reading("evt-2", null))));
        assertThat(counted.seen).containsExactly("unacknowledged");
    }

    @Test
    void doesNotNeedTheLogWhenNothingIsAccepted() {
        log.stopAnswering();

        assertThat(takeReports.take(List.of(reading("evt-1", null))).rejected()).hasSize(1);
        assertThat(counted.seen).containsExactly("rejected");
    }

    @Test
    void countsWhatBecameOfEachReport() {
        takeReports.take(List.of(reading("evt-1", "renewed"), reading("evt-2", null), reading("evt-3", "upgraded")));

        assertThat(counted.seen).containsExactly("acknowledged", "accepted renewed", "accepted upgraded", "rejected");
    }

    private static Intake<String> onlyWithAKind(SignalReport report, Instant receivedAt) {
        return Intake.of(report.id() + " at " + receivedAt, report.kind() == null ? List.of(NO_KIND) : List.of());
    }

    private static Reading<SignalReport> reading(String id, @Nullable String kind) {
        return new Reading<>(report(id, kind), List.of());
    }

    private static SignalReport report(String id, @Nullable String kind) {
        return new SignalReport("crm", id, "C-100", kind, NOW, Map.of());
    }

    private static final class CountedIntakes implements IntakeObserver {

        private final List<String> seen = new ArrayList<>();

        @Override
        public void accepted(Report report) {
            seen.add("accepted " + report.kind());
        }

        @Override
        public void rejected() {
            seen.add("rejected");
        }

        @Override
        public void acknowledged(Duration waited) {
            seen.add("acknowledged");
        }

        @Override
        public void unacknowledged() {
            seen.add("unacknowledged");
        }
    }
}
