package io.askwell.transport.event;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

    /** The example of the W3C recommendation. */
    private static final String EXAMPLE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void readsAndWritesTheHeader() {
        Traceparent example = Traceparent.parse(EXAMPLE).orElseThrow();

        assertThat(example)
                .isEqualTo(new Traceparent("0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331", true))
                .hasToString(EXAMPLE);
        assertThat(Traceparent.parse(EXAMPLE.replaceAll("01$", "00"))
                        .orElseThrow()
                        .sampled())
                .isFalse();
    }

    @Test
    void readsTheKnownPartsOfALaterVersion() {
        assertThat(Traceparent.parse(EXAMPLE.replaceFirst("00", "cc") + "-more"))
                .isEqualTo(Traceparent.parse(EXAMPLE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331",
                "00-00000000000000000000000000000000-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-b7ad6b7169203331-01",
                "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01-more"
            })
    void startsANewTraceInPlaceOfAMalformedOne(String header) {
        assertThat(Traceparent.parse(header)).isEmpty();
        assertThat(Traceparent.parse(Traceparent.continuing(header).toString())).isPresent();
    }

    @Test
    void aChildStaysInTheTraceOfItsParent() {
        Traceparent child = Traceparent.continuing(EXAMPLE);

        assertThat(child.traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(child.spanId()).isNotEqualTo("b7ad6b7169203331").hasSize(16);
    }

    @Test
    void continuesTheTraceOfARecord() {
        var headers = new RecordHeaders().add(Traceparent.HEADER, EXAMPLE.getBytes(US_ASCII));

        assertThat(Traceparent.continuing(headers).traceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(Traceparent.continuing(new RecordHeaders()).traceId()).hasSize(32);
    }

    @Test
    void isTheCurrentOneWhileTheWorkLasts() {
        Traceparent trace = Traceparent.start();

        assertThat(trace.during(Traceparent::current)).isEqualTo(trace);
        assertThat(Traceparent.current()).isNotEqualTo(trace);
    }
}
