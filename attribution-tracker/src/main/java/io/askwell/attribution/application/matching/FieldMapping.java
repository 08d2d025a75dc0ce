package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.Field;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file hold.
 *
 * @param truth the column that tells what is one
 * @param truthPattern what of that column tells it: the first group, or all that matches; null for the whole value
 */
public record FieldMapping(String truth, @Nullable Pattern truthPattern, List<MappedField> fields) {

    public FieldMapping {
        fields = List.copyOf(fields);
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("there is no field to compare");
        }
    }

    /** @param columns whose values are joined by a space */
    public record MappedField(Field field, List<String> columns) {

        public MappedField {
            columns = List.copyOf(columns);
        }
    }

    /** @throws IllegalArgumentException if the pattern does not find anything in a value */
    String truthOf(String value) {
        if (truthPattern == null) {
            return value;
        }
        var matcher = truthPattern.matcher(value);
        if (!matcher.find()) {
            throw new IllegalArgumentException("the truth pattern finds nothing in \"" + value + "\"");
        }
        return matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    }
}
