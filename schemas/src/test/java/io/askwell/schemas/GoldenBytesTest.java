package io.askwell.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.signals.v1.SatisfactionDetails;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalPersonalData;
import io.askwell.signals.v1.SignalRecorded;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Test;

/** Bytes that were written once stay readable, and the same fact is written as the same bytes. */
class GoldenBytesTest {

    private static final String NPS_SIGNAL =
            "1264656c6967687465640a6576742d310a432d3130301480d8c1f481b1ae060000000000020200000000000022400000000000000000020000000224596f7520736176656420757320686f75727300000000";

    @Test
    void aSignalIsWrittenAsItWasInTheFirstRelease() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(SignalRecorded.class).write(npsSignal(), encoder);
        encoder.flush();

        assertThat(HexFormat.of().formatHex(bytes.toByteArray())).isEqualTo(NPS_SIGNAL);
    }

    @Test
    void theBytesOfTheFirstReleaseAreStillRead() throws IOException {
        var decoder = DecoderFactory.get().binaryDecoder(HexFormat.of().parseHex(NPS_SIGNAL), null);

        SignalRecorded read = new SpecificDatumReader<>(SignalRecorded.class).read(null, decoder);

        assertThat(read).isEqualTo(npsSignal());
    }

    private static SignalRecorded npsSignal() {
        return SignalRecorded.newBuilder()
                .setSource("delighted")
                .setId("evt-1")
                .setCustomerId("C-100")
                .setKind(SignalKind.nps_scored)
                .setOccurredAt(Instant.parse("2026-10-01T09:30:00Z"))
                .setSatisfaction(SatisfactionDetails.newBuilder().setScore(9.0).build())
                .setPersonal(SignalPersonalData.newBuilder()
                        .setComment("You saved us hours")
                        .build())
                .build();
    }
}
