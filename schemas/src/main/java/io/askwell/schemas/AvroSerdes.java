package io.askwell.schemas;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.ClassSecurityValidator;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Serdes in the Confluent wire format (a zero byte, the four-byte schema id, the Avro value) against one registry.
 * Schemas are registered when a product is provisioned, never by a producer: a service that meets an unknown schema
 * fails instead of inventing one.
 */
public final class AvroSerdes {

    private static final String SETTING = "apicurio.registry.";

    static {
        // Avro makes no class that it was not told to trust. Said here once, so that no start script must know it.
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith("io.askwell.")));
    }

    private final Map<String, String> settings;

    private AvroSerdes(Map<String, String> settings) {
        this.settings = settings;
    }

    /** @param registryRoot base URL of the registry without a path, for example {@code http://127.0.0.1:8090} */
    public static AvroSerdes against(String registryRoot) {
        return new AvroSerdes(Map.of(
                SETTING + "url", registryRoot + "/apis/registry/v3",
                SETTING + "artifact-resolver-strategy", "io.apicurio.registry.serde.strategy.TopicIdStrategy",
                SETTING + "artifact.group-id", "default",
                // The id that the Confluent-compatible API resolves is the content id, not the global id.
                SETTING + "use-id", "contentId",
                SETTING + "headers.enabled", "false",
                SETTING + "auto-register", "false",
                // Registered schemas are self-contained; without this the serde would look for one with references.
                SETTING + "dereference-schema", "true",
                SETTING + "use-specific-avro-reader", "true"));
    }

    public <T extends SpecificRecord> Serde<T> serde(Topic<T> topic) {
        return Serdes.serdeFrom(serializer(topic), deserializer(topic));
    }

    /** The serializer of a topic's values. Not bound to the name it is later called with. */
    public <T extends SpecificRecord> Serializer<T> serializer(Topic<T> topic) {
        Serializer<T> serializer = new AvroKafkaSerializer<>();
        serializer.configure(settings, false);
        return (name, value) -> tellingOutages(() -> serializer.serialize(topic.name(), value));
    }

    /**
     * The deserializer of a topic's values.
     *
     * <p>It throws {@link UncheckedIOException} while the registry cannot answer, which says nothing about the record;
     * every other exception means that the bytes are wrong.
     */
    public <T extends SpecificRecord> Deserializer<T> deserializer(Topic<T> topic) {
        Deserializer<T> deserializer = new AvroKafkaDeserializer<>();
        deserializer.configure(settings, false);
        return (name, bytes) -> tellingOutages(() -> deserializer.deserialize(topic.name(), bytes));
    }

    /** The serde reports a registry that is out of order in the same way as one that does not know a schema. */
    private static <R> R tellingOutages(Supplier<R> call) {
        try {
            return call.get();
        } catch (RuntimeException failure) {
            for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof ApiException answer && isOutage(answer.getResponseStatusCode())) {
                    throw new UncheckedIOException(new IOException("The registry is out of order", failure));
                }
            }
            throw failure;
        }
    }

    private static boolean isOutage(int status) {
        return status >= 500 || status == 429;
    }
}
