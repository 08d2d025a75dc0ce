package io.askwell.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaFormatter;
import org.apache.avro.SchemaParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Released schemas stand frozen in {@code released/}, one file a version ({@code <subject>.<version>.avsc}). Each current
 * schema must read and be read by every released one, and must itself be frozen before it is used.
 */
class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("released");
    private static final Path CANDIDATES = Path.of("target", "release-candidates");

    static Stream<Topic<?>> topics() {
        return TopicCatalogue.all().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void currentSchemaReadsEveryReleasedOneAndIsReadByIt(Topic<?> topic) throws IOException {
        for (Path file : released(topic)) {
            Schema released = parse(file);
            assertThat(canRead(topic.schema(), released))
                    .as("the current schema reads %s", file)
                    .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            assertThat(canRead(released, topic.schema()))
                    .as("%s reads the current schema", file)
                    .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
        }
    }

    @ParameterizedTest
    @MethodSource("topics")
    void currentSchemaIsFrozen(Topic<?> topic) throws IOException {
        List<Path> versions = released(topic);
        boolean frozen = !versions.isEmpty() && parse(versions.getLast()).equals(topic.schema());
        Path candidate = CANDIDATES.resolve("%s.%d.avsc".formatted(topic.subject(), versions.size() + 1));
        if (!frozen) {
            Files.createDirectories(CANDIDATES);
            Files.writeString(candidate, SchemaFormatter.format("json/pretty", topic.schema()) + "\n");
        }
        assertThat(frozen)
                .as(
                        "the schema of %s differs from its last release; if that is meant, copy %s to %s/",
                        topic.name(), candidate, RELEASED)
                .isTrue();
    }

    private static SchemaCompatibilityType canRead(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getType();
    }

    private static List<Path> released(Topic<?> topic) throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.filter(file -> file.getFileName().toString().startsWith(topic.subject() + "."))
                    .sorted((one, other) -> Integer.compare(version(one), version(other)))
                    .toList();
        }
    }

    private static int version(Path file) {
        String[] parts = file.getFileName().toString().split("\\.", -1);
        return Integer.parseInt(parts[parts.length - 2]);
    }

    private static Schema parse(Path file) throws IOException {
        return new SchemaParser().parse(file).mainSchema();
    }
}
