package io.askwell.schemas;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serdes in the Confluent wire format (a zero byte, the four-byte schema id, the Avro value) against one registry.
 * Schemas are registered when a product is provisioned, never by a producer: a service that meets an unknown schema
 * fails instead of inventing one. The registry is asked once for each schema; what it said is kept for as long as the
 * serde lives, because the schema of an id never changes, so an outage stops nobody who knows the schemas already.
 *
 * <p>A serde may be shared by threads and is not bound to the topic name that it is called with.
 */
public final class AvroSerdes {

    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(10);

    static {
        // Avro makes no class that it was not told to trust. Said here once, so that no start script must know it.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("io.askwell.")));
    }

    private final SchemaRegistry registry;
    private final InstantSource clock;

    AvroSerdes(SchemaRegistry registry, InstantSource clock) {
        this.registry = registry;
        this.clock = clock;
    }

    /** @param registryRoot base URL of the registry without a path, for example {@code http://127.0.0.1:8090} */
    public static AvroSerdes against(String registryRoot) {
        return new AvroSerdes(new SchemaRegistry(registryRoot, LONGEST_QUESTION), InstantSource.system());
    }

    public <T extends SpecificRecord> Serde<T> serde(Topic<T> topic) {
        return Serdes.serdeFrom(serializer(topic), deserializer(topic));
    }

    /**
     * The serializer of a topic's values.
     *
     * <p>It throws {@link UncheckedIOException} until the registry has once told the id of the topic's schema: while the
     * registry cannot answer, and while the schema is not registered, which is nothing that the value could help.
     */
    public <T extends SpecificRecord> Serializer<T> serializer(Topic<T> topic) {
        return new TopicSerializer<>(topic, registry);
    }

    /**
     * The deserializer of a topic's values.
     *
     * <p>It throws {@link UncheckedIOException} while the registry cannot answer, which says nothing about the record.
     * Every other exception, a {@link SerializationException} as a rule, means that the bytes are wrong.
     */
    public <T extends SpecificRecord> Deserializer<T> deserializer(Topic<T> topic) {
        return new TopicDeserializer<>(new ValueReaders<>(topic, registry, clock));
    }
}
