package io.askwell.schemas;

import static io.askwell.schemas.TopicCatalogue.SIGNALS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.askwell.schemas.StubRegistry.Condition;
import io.askwell.signals.v1.SatisfactionDetails;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An outage of the registry is told from wrong bytes, and what the registry said once is not asked again. */
class AvroSerdesTest {

    /** Long enough for a busy machine; only a registry that says nothing is waited for that long. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final int ID = 42;
    private static final int OTHER_ID = 43;
    private static final String NAME = SIGNALS.name();
    private static final Instant NOW = Instant.parse("2026-10-01T09:30:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private StubRegistry registry;
    private Serializer<SignalRecorded> serializer;
    private Deserializer<SignalRecorded> deserializer;

    @BeforeEach
    void start() throws IOException {
        registry = new StubRegistry();
        registry.register(ID, SIGNALS.schema());
        var serdes = serdes();
        serializer = serdes.serializer(SIGNALS);
        deserializer = serdes.deserializer(SIGNALS);
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void aValueIsAZeroByteTheIdOfItsSchemaAndAvro() throws IOException {
        byte[] bytes = serializer.serialize(NAME, signal());

        assertThat(Arrays.copyOf(bytes, 5)).containsExactly(0, 0, 0, 0, ID);
        byte[] avro = Arrays.copyOfRange(bytes, 5, bytes.length);
        assertThat(new SpecificDatumReader<>(SignalRecorded.class)
                        .read(null, DecoderFactory.get().binaryDecoder(avro, null)))
                .isEqualTo(signal());
    }

    @Test
    void whatWasWrittenIsRead() {
        assertThat(deserializer.deserialize(NAME, serializer.serialize(NAME, signal())))
                .isEqualTo(signal());
    }

    @Test
    void tombstonesStayTombstones() {
        assertThat(serializer.serialize(NAME, null)).isNull();
        assertThat(deserializer.deserialize(NAME, null)).isNull();
    }

    @Test
    void aValueOfAnOlderSchemaIsReadAndItsMissingFieldsHaveTheirDefaults() {
        registry.register(OTHER_ID, withoutItsLastField(SIGNALS.schema()));
        byte[] bytes = serializer.serialize(NAME, signal());
        byte[] older = Arrays.copyOf(bytes, bytes.length - 1);
        ByteBuffer.wrap(older).putInt(1, OTHER_ID);

        assertThat(deserializer.deserialize(NAME, older)).isEqualTo(signal());
    }

    @Test
    void theRegistryIsAskedOnceForASchema() {
        byte[] bytes = serializer.serialize(NAME, signal());
        deserializer.deserialize(NAME, bytes);
        var asked = registry.questions.get();

        serializer.serialize(NAME, signal());
        deserializer.deserialize(NAME, bytes);

        assertThat(registry.questions).hasValue(asked);
    }

    @Test
    void anOutageStopsNobodyWhoKnowsTheSchema() {
        byte[] bytes = serializer.serialize(NAME, signal());
        deserializer.deserialize(NAME, bytes);
        registry.close();
        now.set(NOW.plus(Duration.ofDays(1)));

        assertThat(serializer.serialize(NAME, signal())).isEqualTo(bytes);
        assertThat(deserializer.deserialize(NAME, bytes)).isEqualTo(signal());
    }

    static Stream<Condition> outages() {
        return Stream.concat(
                IntStream.of(400, 401, 403, 429, 500, 502, 503, 504).mapToObj(Condition.Answering::new),
                Stream.of(new Condition.Dropping(), new Condition.Silent()));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void whileTheRegistryCannotAnswerItIsAnOutageAndAfterwardsAllIsWell(Condition outage) {
        byte[] bytes = serdes().serializer(SIGNALS).serialize(NAME, signal());
        registry.condition = outage;

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> serializer.serialize(NAME, signal()));
        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> deserializer.deserialize(NAME, bytes));

        registry.condition = new Condition.Healthy();
        assertThat(serializer.serialize(NAME, signal())).isEqualTo(bytes);
        assertThat(deserializer.deserialize(NAME, bytes)).isEqualTo(signal());
    }

    @Test
    void aRegistryThatIsNotThereIsAnOutage() {
        byte[] bytes = serializer.serialize(NAME, signal());
        registry.close();

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> deserializer.deserialize(NAME, bytes));
    }

    @Test
    void anInterruptedQuestionIsAnOutageAndTheInterruptStands() {
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> serializer.serialize(NAME, signal()));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aSchemaOfOursThatIsNotRegisteredYetIsWaitedFor() throws IOException {
        try (var empty = new StubRegistry()) {
            var waiting = serdes(empty).serializer(SIGNALS);
            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> waiting.serialize(NAME, signal()))
                    .withMessageContaining("not registered");

            empty.register(ID, SIGNALS.schema());
            assertThat(waiting.serialize(NAME, signal())).isEqualTo(serializer.serialize(NAME, signal()));
        }
    }

    @Test
    void anUnknownIdIsTheFaultOfTheValue() {
        assertWrong(withId(OTHER_ID));
        assertWrong(withId(-1));
    }

    @Test
    void anUnknownIdIsNotAskedForAgainAtOnceButLater() {
        byte[] bytes = withId(OTHER_ID);
        assertWrong(bytes);
        registry.register(OTHER_ID, SIGNALS.schema());
        var asked = registry.questions.get();
        assertWrong(bytes);
        assertThat(registry.questions).hasValue(asked);

        now.set(NOW.plus(ValueReaders.UNKNOWN_FOR));

        assertThat(deserializer.deserialize(NAME, bytes)).isEqualTo(signal());
    }

    @Test
    void wrongBytesAreTheFaultOfTheValue() {
        byte[] bytes = serializer.serialize(NAME, signal());
        byte[] noMagic = bytes.clone();
        noMagic[0] = 1;

        assertWrong(new byte[0]);
        assertWrong(new byte[] {0, 0, 0});
        assertWrong("not Avro".getBytes(UTF_8));
        assertWrong(noMagic);
        // A string whose length is a number of eleven bytes, which Avro reports as an IOException.
        assertWrong(ByteBuffer.allocate(32)
                .put(SchemaFrame.of(ID))
                .put(new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1})
                .array());
        // A string of two billion bytes, of which none comes.
        assertWrong(ByteBuffer.allocate(10)
                .put(SchemaFrame.of(ID))
                .put(new byte[] {-2, -1, -1, -1, 15})
                .array());
    }

    @Test
    void aValueThatEndsTooEarlyIsWrongWhereverItEnds() {
        byte[] bytes = serializer.serialize(NAME, signal());

        IntStream.range(0, bytes.length).forEach(length -> assertWrong(Arrays.copyOf(bytes, length)));
    }

    @Test
    void aValueOfAnotherTopicIsWrong() {
        registry.register(OTHER_ID, TopicCatalogue.LEADS.schema());

        assertWrong(withId(OTHER_ID));
    }

    @Test
    void aSchemaThatCannotBeReadAsOursMakesTheValueWrong() {
        registry.register(
                OTHER_ID,
                SchemaBuilder.record(SIGNALS.schema().getFullName())
                        .fields()
                        .requiredInt("source")
                        .endRecord());

        assertWrong(withId(OTHER_ID));
    }

    /** Nothing among its causes may pass for an outage. */
    private void assertWrong(byte[] bytes) {
        assertThatExceptionOfType(SerializationException.class)
                .isThrownBy(() -> deserializer.deserialize(NAME, bytes))
                .satisfies(wrong -> assertThat(
                                Stream.<Throwable>iterate(wrong, cause -> cause != null, Throwable::getCause))
                        .noneMatch(cause -> cause instanceof IOException && !(cause instanceof EOFException)));
    }

    private byte[] withId(int id) {
        byte[] bytes = serializer.serialize(NAME, signal());
        ByteBuffer.wrap(bytes).putInt(1, id);
        return bytes;
    }

    private AvroSerdes serdes() {
        return serdes(registry);
    }

    private AvroSerdes serdes(StubRegistry at) {
        return new AvroSerdes(new SchemaRegistry(at.root(), PATIENCE), now::get);
    }

    private static Schema withoutItsLastField(Schema schema) {
        var kept = schema.getFields().subList(0, schema.getFields().size() - 1).stream()
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, kept);
    }

    private static SignalRecorded signal() {
        return SignalRecorded.newBuilder()
                .setSource("delighted")
                .setId("evt-1")
                .setCustomerId("C-100")
                .setKind(SignalKind.nps_scored)
                .setOccurredAt(NOW)
                .setSatisfaction(SatisfactionDetails.newBuilder().setScore(9.0).build())
                .build();
    }
}
