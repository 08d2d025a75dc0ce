package io.askwell.attribution;

import io.askwell.attribution.application.matching.FieldMapping;
import io.askwell.attribution.application.matching.FieldMapping.MappedField;
import io.askwell.attribution.domain.Words;
import io.askwell.attribution.domain.matching.Field;
import io.askwell.attribution.domain.matching.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads what the columns of a benchmark's file hold. */
final class FieldMappingFile {

    private static final Set<String> NAMES = Set.of("truth", "fields");
    private static final Set<String> NAMES_OF_TRUTH = Set.of("column", "pattern");
    private static final Set<String> NAMES_OF_A_FIELD = Set.of("kind", "columns", "given");

    private final JsonNode root;
    private final List<String> problems = new ArrayList<>();

    private FieldMappingFile(JsonNode root) {
        this.root = root;
    }

    /** @throws IllegalArgumentException naming every field that is wrong */
    static FieldMapping read(byte[] yaml) {
        return new FieldMappingFile(new YAMLMapper().readTree(yaml)).mapping();
    }

    private FieldMapping mapping() {
        requireOnly(NAMES, root, "");
        JsonNode truth = root.path("truth");
        if (truth.isObject()) {
            requireOnly(NAMES_OF_TRUTH, truth, "truth.");
        }
        String column = (truth.isObject() ? truth.path("column") : truth).asString("");
        if (column.isEmpty()) {
            problems.add("truth must name a column");
        }
        Pattern pattern = pattern(truth.path("pattern"));
        List<MappedField> fields = root.path("fields")
                .propertyStream()
                .flatMap(field -> field(field.getKey(), field.getValue()).stream())
                .toList();
        if (fields.isEmpty()) {
            problems.add("fields must name at least one");
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("The mapping is not valid: " + String.join("; ", problems));
        }
        return new FieldMapping(column, pattern, fields);
    }

    private @Nullable Pattern pattern(JsonNode node) {
        if (node.isMissingNode()) {
            return null;
        }
        try {
            return Pattern.compile(node.asString(""));
        } catch (PatternSyntaxException e) {
            problems.add("truth.pattern is no regular expression: " + e.getDescription());
            return null;
        }
    }

    /** {@code surname: surname} is short for {@code surname: {kind: surname, columns: [surname]}}. */
    private Optional<MappedField> field(String name, JsonNode node) {
        if (node.isObject()) {
            requireOnly(NAMES_OF_A_FIELD, node, "fields." + name + ".");
        }
        String given = node.path("given").asString("");
        List<String> columns = node.path("columns").isMissingNode()
                ? List.of(name)
                : node.path("columns")
                        .valueStream()
                        .map(column -> column.asString(""))
                        .toList();
        return kind(name, (node.isObject() ? node.path("kind") : node).asString(""))
                .map(kind -> new MappedField(new Field(name, kind, given.isEmpty() ? null : given), columns));
    }

    private Optional<FieldKind> kind(String field, String word) {
        Optional<FieldKind> kind =
                kinds().filter(known -> Words.of(known).equals(word)).findFirst();
        if (kind.isEmpty()) {
            problems.add("fields." + field + " must be one of "
                    + kinds().map(Words::of).collect(Collectors.joining(", ")));
        }
        return kind;
    }

    private static Stream<FieldKind> kinds() {
        return Stream.of(FieldKind.values()).filter(kind -> kind != FieldKind.ORGANISATION);
    }

    private void requireOnly(Set<String> known, JsonNode node, String prefix) {
        Set<String> unknown = new TreeSet<>(node.propertyNames());
        unknown.removeAll(known);
        unknown.forEach(name -> problems.add(prefix + name + " is unknown"));
    }
}
