package io.askwell.readiness.kafka;

import static io.askwell.readiness.kafka.ScorerDriver.CUSTOMER;
import static io.askwell.readiness.kafka.ScorerDriver.NOW;
import static io.askwell.readiness.kafka.ScorerDriver.STRANGER;
import static io.askwell.readiness.kafka.ScorerDriver.encoded;
import static io.askwell.readiness.kafka.ScorerDriver.nps;
import static io.askwell.readiness.kafka.ScorerDriver.signal;
import static io.askwell.readiness.kafka.ScorerDriver.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.readiness.ReadinessScorerMetrics;
import io.askwell.readiness.Signals;
import io.askwell.schemas.TopicCatalogue;
import io.askwell.signals.v1.SignalKind;
import io.askwell.signals.v1.SignalRecorded;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What can never be read is put aside; what may be read later is waited for. */
class PoisonTest {

    @TempDir
    Path directory;

    private ScorerDriver scorer;

    @BeforeEach
    void start() {
        scorer = new ScorerDriver(directory);
    }

    @AfterEach
    void stop() {
        scorer.close();
    }

    static Stream<Arguments> poison() {
        var theirs = Signals.signal(STRANGER, "nps", "renewed", NOW, Map.of());
        var early = signal("early", "renewed", NOW.plus(Duration.ofMinutes(6)), Map.of());
        byte[] key = CUSTOMER.getBytes(UTF_8);
        return Stream.of(
                Arguments.of("no_key", null, encoded(nps("nps", 9))),
                Arguments.of("no_value", key, null),
                Arguments.of("undecodable", key, "not Avro".getBytes(UTF_8)),
                Arguments.of("undecodable", key, Arrays.copyOf(encoded(nps("nps", 9)), 20)),
                Arguments.of("contract_violation", key, encoded(early)),
                Arguments.of("key_mismatch", key, encoded(theirs)),
                Arguments.of("wrong_partition", STRANGER.getBytes(UTF_8), encoded(theirs)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void poison(String reason, byte @Nullable [] key, byte @Nullable [] value) {
        var headers = new RecordHeaders().add("theirs", new byte[] {1});
        scorer.send(key, value, headers);
        scorer.send(nps("nps", 9));

        var letter = scorer.deadLetters.readRecord();
        assertThat(letter.key()).isEqualTo(key);
        assertThat(letter.value()).isEqualTo(value);
        assertThat(letter.headers().lastHeader("theirs").value()).isEqualTo(new byte[] {1});
        assertThat(text(letter, "dlt_reason")).isEqualTo(reason);
        assertThat(text(letter, "dlt_topic")).isEqualTo(TopicCatalogue.SIGNALS.name());
        assertThat(text(letter, "dlt_partition")).isEqualTo("0");
        assertThat(text(letter, "dlt_offset")).isEqualTo("0");
        assertThat(text(letter, "kafka_dlt-original-topic")).isEqualTo(TopicCatalogue.SIGNALS.name());
        assertThat(scorer.readiness.readValuesToList()).hasSize(1);
    }

    @Test
    void aRevisionOfAnotherKindGoesToTheDeadLettersAndCountsForNothing() {
        scorer.send(nps("one", 9));
        scorer.readiness.readRecordsToList();

        scorer.send(signal("one", "champion_identified", NOW, Map.of("revision", 1)));

        assertThat(text(scorer.deadLetters.readRecord(), "dlt_reason")).isEqualTo("kind_changed");
        assertThat(scorer.readiness.isEmpty()).isTrue();
    }

    @Test
    void aKindFromANewerSchemaIsCountedAndPassedOver() {
        scorer.send(SignalRecorded.newBuilder(nps("new", 9))
                .setKind(SignalKind.UNRECOGNIZED)
                .build());

        assertThat(scorer.readiness.isEmpty()).isTrue();
        assertThat(scorer.deadLetters.isEmpty()).isTrue();
        assertThat(scorer.meters
                        .get(ReadinessScorerMetrics.NEWER_KINDS)
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aRegistryThatDoesNotAnswerIsNotPoison() {
        Serde<SignalRecorded> away = Serdes.serdeFrom(ScorerDriver.SIGNALS.serializer(), (_, _) -> {
            throw new UncheckedIOException(new ConnectException("refused"));
        });
        try (var waiting = new ScorerDriver(directory.resolve("waiting"), away)) {
            assertThatThrownBy(() -> waiting.send(nps("nps", 9))).isInstanceOf(StreamsException.class);
            assertThat(waiting.deadLetters.isEmpty()).isTrue();
        }
    }

    @Test
    void aRecordWithoutATimestampWasAcceptedBeforeAnythingOccurred() {
        var record = new ConsumerRecord<Object, Object>("signals", 0, 0, "key", "value");

        assertThat(record.timestamp()).isNegative();
        assertThat(ReadinessTopology.acceptedAt(record, NOW.toEpochMilli())).isZero();
    }
}
