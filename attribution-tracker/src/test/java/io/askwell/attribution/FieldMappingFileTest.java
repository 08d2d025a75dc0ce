package io.askwell.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.askwell.attribution.application.matching.FieldMapping;
import io.askwell.attribution.application.matching.FieldMapping.MappedField;
import io.askwell.attribution.domain.matching.Field;
import io.askwell.attribution.domain.matching.FieldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldMappingFileTest {

    @Test
    void aColumnAndItsKindAreEnough() {
        FieldMapping mapping = read("truth: id\nfields:\n  surname: surname\n");

        assertThat(mapping.truth()).isEqualTo("id");
        assertThat(mapping.fields())
                .containsExactly(new MappedField(new Field("surname", FieldKind.SURNAME), List.of("surname")));
    }

    @Test
    void aFieldMayHaveSeveralColumnsAndBeGivenAnother() {
        FieldMapping mapping = read("""
                truth: {column: id, pattern: "^([a-z]+)"}
                fields:
                  suburb: text
                  address: {kind: text, columns: [street, house], given: suburb}
                """);

        assertThat(mapping.truthPattern()).hasToString("^([a-z]+)");
        assertThat(mapping.fields())
                .contains(new MappedField(new Field("address", FieldKind.TEXT, "suburb"), List.of("street", "house")));
    }

    @Test
    void theExampleOfTheDocumentationIsOne() throws IOException {
        assertThat(FieldMappingFile.read(Files.readAllBytes(Path.of("../docs/benchmarks/febrl.yaml")))
                        .fields())
                .hasSize(9);
    }

    @Test
    void everyMistakeIsNamed() {
        assertThatThrownBy(() -> read(
                        "truth: {column: id, pattern: '('}\nfield: 1\nfields:\n  a: organisation\n  b: {sort: text}\n"))
                .hasMessageContaining("field is unknown")
                .hasMessageContaining("truth.pattern is no regular expression")
                .hasMessageContaining("fields.a must be one of name, given_name")
                .hasMessageContaining("fields.b.sort is unknown");
        assertThatThrownBy(() -> read("fields: {}\n"))
                .hasMessageContaining("truth must name a column")
                .hasMessageContaining("fields must name at least one");
    }

    private static FieldMapping read(String yaml) {
        return FieldMappingFile.read(yaml.getBytes(UTF_8));
    }
}
