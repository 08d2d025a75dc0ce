package io.askwell.schemas;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Readers of one topic's values, by the id of the schema that wrote a value. A schema that is found is kept. One that is
 * not may be registered later, so that is remembered only long enough to spare the registry a run of such records.
 */
final class ValueReaders<T extends SpecificRecord> {

    static final Duration UNKNOWN_FOR = Duration.ofSeconds(1);

    private static final int MOST_UNKNOWN = 1000;

    private final Topic<T> topic;
    private final SchemaRegistry registry;
    private final InstantSource clock;
    private final Map<Integer, DatumReader<T>> known = new ConcurrentHashMap<>();
    private final Map<Integer, Instant> unknownUntil = new ConcurrentHashMap<>();

    ValueReaders(Topic<T> topic, SchemaRegistry registry, InstantSource clock) {
        this.topic = topic;
        this.registry = registry;
        this.clock = clock;
    }

    DatumReader<T> of(int schemaId) {
        var reader = known.get(schemaId);
        return reader != null ? reader : found(schemaId);
    }

    /** Threads that miss the same schema at once all ask, which costs less than a lock that one of them holds in an outage. */
    private DatumReader<T> found(int schemaId) {
        if (unknownUntil.getOrDefault(schemaId, Instant.MIN).isAfter(clock.instant())) {
            throw unknown(schemaId);
        }
        var schema = registry.schema(schemaId);
        if (schema.isEmpty()) {
            rememberUnknown(schemaId);
            throw unknown(schemaId);
        }
        var reader = reader(schema.get());
        known.put(schemaId, reader);
        unknownUntil.remove(schemaId);
        return reader;
    }

    private void rememberUnknown(int schemaId) {
        if (unknownUntil.size() >= MOST_UNKNOWN) {
            unknownUntil.clear();
        }
        unknownUntil.put(schemaId, clock.instant().plus(UNKNOWN_FOR));
    }

    private static SerializationException unknown(int schemaId) {
        return new SerializationException("The registry knows no schema " + schemaId);
    }

    private DatumReader<T> reader(Schema writer) {
        if (!writer.getFullName().equals(topic.schema().getFullName())) {
            throw new SerializationException("The value is a " + writer.getFullName() + ", not a "
                    + topic.schema().getFullName());
        }
        try {
            return SpecificData.getForClass(topic.valueType())
                    .getFastReaderBuilder()
                    .createDatumReader(writer, topic.schema());
        } catch (IOException e) {
            throw new IllegalStateException("A default in our own schema cannot be encoded", e);
        }
    }
}
