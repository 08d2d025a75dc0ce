package io.askwell.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    @Test
    void namesTheTopicsOfTheContract() {
        assertThat(TopicCatalogue.all())
                .extracting(Topic::name)
                .containsExactlyInAnyOrder(
                        "referral.signals.v1",
                        "referral.leads.v1",
                        "referral.readiness.v1",
                        "referral.asks.v1",
                        "referral.pending-asks.v1",
                        "referral.attributions.v1",
                        "referral.pending-reviews.v1",
                        "referral.rewards.v1",
                        "referral.pending-rewards.v1",
                        "referral.measurements.v1");
    }

    @Test
    void signalsAndReadinessHaveTheSameNumberOfPartitions() {
        assertThat(TopicCatalogue.SIGNALS.partitions()).isEqualTo(TopicCatalogue.READINESS.partitions());
    }

    @Test
    void onlyReadinessAndTheQueuesAreCompacted() {
        assertThat(TopicCatalogue.all())
                .filteredOn(topic -> "compact".equals(topic.settings().get("cleanup.policy")))
                .containsExactly(
                        TopicCatalogue.READINESS,
                        TopicCatalogue.PENDING_ASKS,
                        TopicCatalogue.PENDING_REVIEWS,
                        TopicCatalogue.PENDING_REWARDS);
    }

    @Test
    void everyOtherTopicIsKeptForEver() {
        assertThat(TopicCatalogue.all())
                .filteredOn(topic -> !topic.compacted())
                .allSatisfy(topic -> assertThat(topic.settings()).containsEntry("retention.ms", "-1"));
    }

    @Test
    void everyFieldIsDocumented() {
        everySchema(schema -> {
            if (schema.getType() == Schema.Type.RECORD) {
                assertThat(schema.getFields())
                        .as("fields of %s", schema.getFullName())
                        .allSatisfy(field -> assertThat(field.doc()).isNotBlank());
            }
        });
    }

    @Test
    void everyEnumDefaultsToUnrecognized() {
        everySchema(schema -> {
            if (schema.getType() == Schema.Type.ENUM) {
                assertThat(schema.getEnumDefault()).as(schema.getFullName()).isEqualTo("UNRECOGNIZED");
            }
        });
    }

    @Test
    void everyNamespaceNamesItsStreamAndVersion() {
        everySchema(schema -> {
            if (schema.getType() == Schema.Type.RECORD) {
                assertThat(schema.getNamespace()).matches("io\\.askwell\\.[a-z]+\\.v1");
            }
        });
    }

    private static void everySchema(Consumer<Schema> check) {
        Set<String> seen = new HashSet<>();
        TopicCatalogue.all().forEach(topic -> walk(topic.schema(), seen, check));
        assertThat(seen).hasSizeGreaterThan(TopicCatalogue.all().size());
    }

    private static void walk(Schema schema, Set<String> seen, Consumer<Schema> check) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema.getFullName())) {
                    check.accept(schema);
                    schema.getFields().forEach(field -> walk(field.schema(), seen, check));
                }
            }
            case UNION -> schema.getTypes().forEach(type -> walk(type, seen, check));
            case ARRAY -> walk(schema.getElementType(), seen, check);
            default -> check.accept(schema);
        }
    }
}
