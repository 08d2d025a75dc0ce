package io.askwell.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.askwell.schemas.TopicCatalogue;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class SharedServersIT {

    @Test
    void aCreatedTopicIsListedByTheBroker() throws Exception {
        SharedServers.createTopics(3, "a-topic");

        Map<String, Object> settings = Map.of("bootstrap.servers", SharedServers.bootstrapServers());
        try (var admin = Admin.create(settings)) {
            assertThat(admin.listTopics().names().get()).contains("a-topic");
        }
    }

    @Test
    void everyServiceGetsADatabaseOfItsOwnWithItsSchemaInTheSearchPath() throws Exception {
        var first = SharedServers.freshDatabase("ask_drafter");
        var second = SharedServers.freshDatabase("ask_drafter");

        assertThat(first.jdbcUrl()).isNotEqualTo(second.jdbcUrl());
        try (var connection = DriverManager.getConnection(first.jdbcUrl(), first.user(), first.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT current_schema()")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("ask_drafter");
        }
    }

    @Test
    void provisioningTwiceRegistersEverySchemaOnceAndHoldsItToFullTransitiveCompatibility() throws Exception {
        SharedServers.provision();
        var registry = SharedServers.registryUrl() + "/apis/ccompat/v7";

        new Provisioning(SharedServers.bootstrapServers(), registry).run();

        for (var topic : TopicCatalogue.all()) {
            assertThat(get(registry + "/subjects/" + topic.subject() + "/versions"))
                    .isEqualTo("[1]");
            assertThat(get(registry + "/config/" + topic.subject())).contains("FULL_TRANSITIVE");
        }
    }

    private static String get(String url) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(url)).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }
}
