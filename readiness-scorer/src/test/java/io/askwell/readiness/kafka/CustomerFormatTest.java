package io.askwell.readiness.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.readiness.Signals;
import io.askwell.readiness.application.Customer;
import io.askwell.readiness.application.LogPosition;
import io.askwell.readiness.domain.AdvocateFacts;
import io.askwell.readiness.domain.Readiness;
import io.askwell.readiness.domain.Standing;
import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.domain.signal.CustomerSignals;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.Signal;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a released version stored, every later one reads: the bytes are fixed here. */
class CustomerFormatTest {

    private static final Instant AT = Instant.parse("2026-11-22T12:00:00.000001Z");
    private static final Customer CUSTOMER = new Customer(
            new Standing(
                    new AdvocateFacts(true, 9, List.of(new BigDecimal("0.8")), new BigDecimal("50.0"), AT, List.of(AT)),
                    Readiness.HOLD,
                    List.of(Concern.Kind.TICKET)),
            CustomerSignals.of(List.of(signal())),
            new LogPosition(3, 7),
            AT,
            "fingerprint",
            AT);
    private static final String STORED = """
            01010100000009010003302e3801000435302e3001000660dc3778d00101000660dc3778d0010004484f4c44000000010006\
            5449434b455400000003000000000000000701000660dc3778d001000b66696e6765727072696e7401000660dc3778d00100\
            00000100047465737400016d00000000000660dc3778d001000660dc37881241000000001da58303010007476f206c697665\
            01000464617973013ff8000000000000\
            """;

    @Test
    void theBytesOfVersion1StayReadable() {
        assertThat(HexFormat.of().formatHex(CustomerFormat.bytes(CUSTOMER))).isEqualTo(STORED);
        assertThat(CustomerFormat.bytes(CustomerFormat.customer(HexFormat.of().parseHex(STORED))))
                .isEqualTo(HexFormat.of().parseHex(STORED));
    }

    @Test
    void figuresOverAllCustomersReadTheBeginningAlone() {
        assertThat(CustomerFormat.standing(CustomerFormat.bytes(CUSTOMER))).isEqualTo(CUSTOMER.standing());
    }

    @Test
    void whatAnotherVersionWroteIsNotGuessedAt() {
        byte[] bytes = CustomerFormat.bytes(CUSTOMER);
        bytes[0]++;

        assertThatThrownBy(() -> CustomerFormat.customer(bytes)).hasMessageContaining("another version");
    }

    @Test
    void aFactThatAnOlderVersionWroteLacksWhatWasAddedSince() {
        byte[] bytes = FactFormat.bytes(signal().fact());
        // The first component alone: the name of the milestone.
        byte[] older = new byte[3 + 1 + Short.BYTES + "Go live".length()];
        System.arraycopy(bytes, 0, older, 0, older.length);
        older[2] = 1;

        Fact read = FactFormat.fact(ByteBuffer.wrap(older));

        assertThat(read).hasToString("MilestoneReached[name=Go live, metric=null, value=null]");
    }

    @Test
    void aFactThatANewerVersionWroteIsNotGuessedAt() {
        byte[] bytes = FactFormat.bytes(signal().fact());
        bytes[2]++;

        assertThatThrownBy(() -> FactFormat.fact(ByteBuffer.wrap(bytes))).hasMessageContaining("newer version");
    }

    private static Signal<?> signal() {
        var recorded = Signals.signal(
                "C-1", "m", "milestone_reached", AT, Map.of("name", "Go live", "metric", "days", "value", 1.5));
        return SignalFormat.signal(recorded, AT.plusSeconds(1)).orElseThrow();
    }
}
