package io.askwell.schemas;

import com.microsoft.kiota.ApiException;
import io.apicurio.registry.resolver.DefaultSchemaResolver;
import io.apicurio.registry.resolver.SchemaResolver;
import io.apicurio.registry.resolver.client.RegistryClientFacade;
import io.apicurio.registry.resolver.client.RegistryClientFacadeFactory;
import io.apicurio.registry.resolver.config.SchemaResolverConfig;
import io.apicurio.registry.resolver.strategy.ArtifactReference;
import io.apicurio.registry.serde.avro.AvroSchemaParser;
import io.apicurio.registry.serde.avro.DefaultAvroDatumProvider;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The two questions that serdes ask a registry. It is the only place that tells a registry out of order, reported as
 * {@link UncheckedIOException} and worth waiting for, from one that has answered. It remembers nothing; its callers do.
 */
final class SchemaRegistry {

    private static final String GROUP = "default";
    private static final int NOT_FOUND = 404;

    private final RegistryClientFacade client;
    private final SchemaResolver<Schema, Object> resolver;
    private final Duration patience;

    /** @param patience after which a question that is not answered counts as an outage; the client itself waits for ever */
    SchemaRegistry(String root, Duration patience) {
        var settings = Map.of(SchemaResolverConfig.REGISTRY_URL, root + "/apis/registry/v3");
        this.client = RegistryClientFacadeFactory.create(new SchemaResolverConfig(settings));
        this.resolver = new DefaultSchemaResolver<>(client);
        this.resolver.configure(settings, new AvroSchemaParser<>(new DefaultAvroDatumProvider<>()));
        this.patience = patience;
    }

    /**
     * The content id of the topic's schema, which is the id that the Confluent-compatible API resolves; the global id is
     * not. A schema that is not registered counts as an outage, because it will be once the product is provisioned.
     */
    int idOf(Topic<?> topic) {
        var subject = ArtifactReference.builder()
                .groupId(GROUP)
                .artifactId(topic.subject())
                .build();
        var versions =
                answer(() -> client.searchVersionsByContent(topic.schema().toString(), "AVRO", subject, false));
        return versions.orElseGet(List::of).stream()
                .findFirst()
                .map(version -> version.getContentId().intValue())
                .orElseThrow(() -> outage("The schema of " + topic.name() + " is not registered", null));
    }

    /** The schema of this content id; empty when the registry knows none. */
    Optional<Schema> schema(int id) {
        return answer(() -> resolver.resolveSchemaByArtifactReference(ArtifactReference.fromContentId((long) id)))
                .map(found -> found.getParsedSchema().getParsedSchema());
    }

    /** What the registry answers; empty when it answers that there is no such thing. */
    private <R> Optional<R> answer(Callable<R> question) {
        var asked = new FutureTask<>(question);
        Thread.ofVirtual().name("schema-registry").start(asked);
        try {
            return Optional.of(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            asked.cancel(true);
            throw outage("The registry has not answered for " + patience.toSeconds() + " s", late);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            throw outage("Interrupted while the registry was asked", new InterruptedIOException());
        } catch (ExecutionException failed) {
            return refusal(failed);
        }
    }

    private static <R> Optional<R> refusal(ExecutionException failure) {
        var status = causes(failure)
                .filter(ApiException.class::isInstance)
                .map(answer -> ((ApiException) answer).getResponseStatusCode())
                .findFirst();
        if (status.isPresent() && status.get() == NOT_FOUND) {
            return Optional.empty();
        }
        if (status.isPresent() || causes(failure).anyMatch(SchemaRegistry::befellTheRequest)) {
            throw outage("The registry is out of order", failure);
        }
        throw new IllegalStateException("The answer of the registry is no Avro schema", failure);
    }

    private static boolean befellTheRequest(Throwable cause) {
        return switch (cause) {
            case IOException _, TimeoutException _ -> true;
            // Whatever befalls a request on its way comes wrapped in this.
            case ExecutionException _ -> true;
            default -> false;
        };
    }

    /** Without the failure itself, which says only that the question failed. */
    private static Stream<Throwable> causes(ExecutionException failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .skip(1);
    }

    private static UncheckedIOException outage(String message, @Nullable Throwable cause) {
        return new UncheckedIOException(new IOException(message, cause));
    }
}
