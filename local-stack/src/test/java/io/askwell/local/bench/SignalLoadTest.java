package io.askwell.local.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.schemas.signals.SignalContract;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignalLoadTest {

    private static final Instant UNTIL = Instant.parse("2026-11-22T08:00:00Z");
    private static final LoadSize SIZE = new LoadSize(4_000, 200);

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        assertThat(bytes(load(1))).isEqualTo(bytes(load(1)));
    }

    @Test
    void anotherSeedGivesOtherSignals() {
        assertThat(load(1)).isNotEqualTo(load(2));
    }

    @Test
    void everySignalKeepsTheContract() {
        assertThat(load(1))
                .allSatisfy(signal ->
                        assertThat(SignalContract.violations(signal, UNTIL)).isEmpty());
    }

    @Test
    void theProfileOfACustomerComesFirst() {
        var seen = new HashSet<String>();

        for (var signal : load(1)) {
            assertThat(signal.getKind() == SignalKind.customer_updated).isEqualTo(seen.add(signal.getCustomerId()));
        }
        assertThat(seen).hasSize(SIZE.customers());
    }

    @Test
    void signalsComeInTheOrderInWhichTheyHappenedWithin200Days() {
        var moments = load(1).stream().map(SignalRecorded::getOccurredAt).toList();

        assertThat(moments)
                .isSorted()
                .allSatisfy(moment -> assertThat(moment).isBetween(UNTIL.minus(Duration.ofDays(200)), UNTIL));
    }

    @Test
    void noSignalIsSentTwice() {
        assertThat(load(1).stream().map(SignalRecorded::getId)).doesNotHaveDuplicates();
    }

    @Test
    void aTicketIsResolvedOnlyAfterItWasOpened() {
        var open = new HashSet<String>();
        for (var signal : load(1)) {
            if (signal.getKind() == SignalKind.ticket_opened) {
                assertThat(open.add(signal.getCustomerId())).isTrue();
            } else if (signal.getKind() == SignalKind.ticket_resolved) {
                assertThat(open.remove(signal.getCustomerId())).isTrue();
            }
        }
    }

    @Test
    void thereIsSomethingOfManyKinds() {
        var kinds = load(1).stream().map(SignalRecorded::getKind).collect(Collectors.toSet());

        assertThat(kinds)
                .contains(
                        SignalKind.usage_reported,
                        SignalKind.interaction_logged,
                        SignalKind.nps_scored,
                        SignalKind.csat_scored,
                        SignalKind.feedback_received,
                        SignalKind.ticket_opened,
                        SignalKind.ticket_resolved,
                        SignalKind.milestone_reached,
                        SignalKind.health_reported,
                        SignalKind.renewed);
    }

    private static List<SignalRecorded> load(long seed) {
        List<SignalRecorded> signals = new ArrayList<>();
        new SignalLoad(seed, SIZE, UNTIL).forEachRemaining(signals::add);
        return signals;
    }

    private static List<ByteBuffer> bytes(List<SignalRecorded> signals) throws IOException {
        List<ByteBuffer> bytes = new ArrayList<>();
        for (var signal : signals) {
            bytes.add(SignalRecorded.getEncoder().encode(signal));
        }
        return bytes;
    }
}
