package io.askwell.attribution.application.matching;

import io.askwell.attribution.application.matching.FieldMapping.MappedField;
import io.askwell.attribution.domain.matching.FieldKind;
import io.askwell.attribution.domain.matching.FieldValue;
import io.askwell.attribution.domain.matching.FreeText;
import io.askwell.attribution.domain.matching.Known;
import io.askwell.attribution.domain.matching.MatchRecord;
import io.askwell.attribution.domain.matching.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The records of a file, read as its mapping says and blocked by {@link TableKeys}. */
final class TableDataset {

    private final CsvTable table;
    private final FieldMapping mapping;

    private TableDataset(CsvTable table, FieldMapping mapping) {
        this.table = table;
        this.mapping = mapping;
    }

    /** @throws IllegalArgumentException naming what does not fit */
    static Dataset of(CsvTable table, FieldMapping mapping) {
        return new TableDataset(table, mapping).dataset();
    }

    private Dataset dataset() {
        List<Column> columns = Column.withOrganisation(
                mapping.fields().stream()
                        .map(mapped -> new Column(mapped.field(), valuesOf(mapped)))
                        .toList(),
                table.size());
        List<MatchRecord> records = IntStream.range(0, table.size())
                .mapToObj(row -> new MatchRecord(
                        columns.stream().map(column -> column.values().get(row)).collect(Collectors.toList())))
                .toList();
        TableKeys.Blocking blocking = TableKeys.of(records);
        int truth = table.column(mapping.truth());
        return new Dataset(
                columns.stream().map(Column::field).toList(),
                records,
                blocking.keys(),
                blocking.largestBlock(),
                IntStream.range(0, table.size())
                        .mapToObj(row -> mapping.truthOf(table.at(row, truth)))
                        .toList(),
                levels -> Known.OPEN);
    }

    private List<@Nullable FieldValue> valuesOf(MappedField mapped) {
        List<String> texts = texts(mapped);
        Vocabulary vocabulary = mapped.field().kind() == FieldKind.TEXT ? vocabularyOf(texts) : Vocabulary.NONE;
        List<@Nullable FieldValue> values = new ArrayList<>();
        for (String text : texts) {
            values.add(text.isEmpty() ? null : mapped.field().kind().read(text, vocabulary));
        }
        return values;
    }

    private List<String> texts(MappedField mapped) {
        int[] columns = mapped.columns().stream().mapToInt(table::column).toArray();
        return IntStream.range(0, table.size())
                .mapToObj(row -> IntStream.of(columns)
                        .mapToObj(column -> table.at(row, column))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")))
                .toList();
    }

    /** The logarithm of how many texts there are for each that has the word: inverse document frequency (Spärck Jones, 1972). */
    private static Vocabulary vocabularyOf(List<String> texts) {
        Map<String, Integer> occurrences = new HashMap<>();
        for (String text : texts) {
            new HashSet<>(FreeText.words(text)).forEach(word -> occurrences.merge(word, 1, Integer::sum));
        }
        return word -> Math.log(1 + texts.size() / (double) occurrences.getOrDefault(word, 1));
    }
}
