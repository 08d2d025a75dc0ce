package io.askwell.readiness.kafka;

import io.askwell.readiness.domain.AdvocateFacts;
import io.askwell.readiness.domain.Readiness;
import io.askwell.readiness.domain.Standing;
import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.store.v1.StoredConcern;
import io.askwell.readiness.store.v1.StoredCustomer;
import io.askwell.readiness.store.v1.StoredDecision;
import io.askwell.readiness.store.v1.StoredStanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;

/** The standing with which a stored customer begins. It is written with every signal, and read without the signals. */
final class StandingFormat {

    /** Avro's single-object encoding: a marker and the fingerprint of the schema, then the fields in their order. */
    private static final byte[] HEADER = ByteBuffer.allocate(2 + Long.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0xC3, 0x01})
            .putLong(SchemaNormalization.parsingFingerprint64(StoredCustomer.getClassSchema()))
            .array();

    private static final SpecificDatumReader<StoredStanding> READER = new SpecificDatumReader<>(StoredStanding.class);

    private StandingFormat() {}

    static StoredStanding stored(Standing standing) {
        var advocacy = standing.advocacy();
        return new StoredStanding(
                advocacy.live(),
                advocacy.nps(),
                advocacy.ticketSatisfactions().stream()
                        .map(BigDecimal::doubleValue)
                        .toList(),
                Optional.ofNullable(advocacy.usagePercentile())
                        .map(BigDecimal::doubleValue)
                        .orElse(null),
                advocacy.signedUpAt(),
                advocacy.praisedAt(),
                StoredDecision.valueOf(standing.decision().name()),
                standing.concerns().stream()
                        .map(kind -> StoredConcern.valueOf(kind.name()))
                        .toList());
    }

    static Standing standing(StoredStanding stored) {
        var advocacy = new AdvocateFacts(
                stored.getLive(),
                stored.getNps(),
                stored.getTicketSatisfactions().stream()
                        .map(BigDecimal::valueOf)
                        .toList(),
                Optional.ofNullable(stored.getUsagePercentile())
                        .map(BigDecimal::valueOf)
                        .orElse(null),
                stored.getSignedUpAt(),
                stored.getPraisedAt());
        return new Standing(
                advocacy,
                Readiness.valueOf(stored.getDecision().name()),
                stored.getConcerns().stream()
                        .map(kind -> Concern.Kind.valueOf(kind.name()))
                        .toList());
    }

    /** Reads no more than the beginning, unless another version of the schema wrote the customer. */
    static Standing ofCustomer(byte[] bytes) {
        try {
            return standing(isOfThisSchema(bytes) ? beginningOf(bytes) : whole(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOfThisSchema(byte[] bytes) {
        return bytes.length >= HEADER.length && Arrays.equals(bytes, 0, HEADER.length, HEADER, 0, HEADER.length);
    }

    private static StoredStanding beginningOf(byte[] bytes) throws IOException {
        var decoder = DecoderFactory.get().binaryDecoder(bytes, HEADER.length, bytes.length - HEADER.length, null);
        return READER.read(null, decoder);
    }

    private static StoredStanding whole(byte[] bytes) throws IOException {
        return StoredCustomer.getDecoder().decode(bytes).getStanding();
    }
}
