package io.askwell.local.server;

import io.askwell.schemas.Topic;
import io.askwell.schemas.TopicCatalogue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a broker every topic of the catalogue with its dead-letter topic, and a registry every schema. Done again it
 * changes nothing. Services register nothing themselves, so this is the only place where a schema enters the registry.
 */
public final class Provisioning implements Runnable {

    private static final short REPLICAS = 1;
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final String COMPATIBILITY = "FULL_TRANSITIVE";

    private final JsonMapper json = JsonMapper.shared();
    private final String bootstrapServers;
    private final String registry;

    /** The registry by its Confluent-compatible base URL. */
    public Provisioning(String bootstrapServers, String registry) {
        this.bootstrapServers = bootstrapServers;
        this.registry = registry;
    }

    @Override
    public void run() {
        Topics.create(
                bootstrapServers,
                TopicCatalogue.all().stream()
                        .flatMap(Provisioning::withDeadLetters)
                        .toList());
        try (var client = HttpClient.newHttpClient()) {
            for (var topic : TopicCatalogue.all()) {
                register(client, topic);
            }
        }
    }

    private static Stream<NewTopic> withDeadLetters(Topic<?> topic) {
        return Stream.of(
                new NewTopic(topic.name(), topic.partitions(), REPLICAS).configs(topic.settings()),
                new NewTopic(topic.deadLetterTopic(), topic.partitions(), REPLICAS)
                        .configs(topic.deadLetterSettings()));
    }

    /** The schema first: the registry knows a subject, and accepts a rule for it, from its first version on. */
    private void register(HttpClient client, Topic<?> topic) {
        send(
                client,
                "POST",
                "/subjects/" + topic.subject() + "/versions",
                Map.of("schema", topic.schema().toString()));
        send(client, "PUT", "/config/" + topic.subject(), Map.of("compatibility", COMPATIBILITY));
    }

    private void send(HttpClient client, String method, String path, Map<String, String> body) {
        var request = HttpRequest.newBuilder(URI.create(registry + path))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", MEDIA_TYPE)
                .method(method, HttpRequest.BodyPublishers.ofString(json.writeValueAsString(body)))
                .build();
        try {
            var response = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new ServerFailedException("The registry answered %d to %s %s: %s"
                        .formatted(response.statusCode(), method, path, response.body()));
            }
        } catch (IOException e) {
            throw new ServerFailedException("The registry did not answer to " + method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerFailedException("Interrupted while schemas were registered", e);
        }
    }
}
