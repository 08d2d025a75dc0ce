package io.askwell.attribution.domain.matching;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of levels as one cell of each field's table: its row (0 usually, 1 where the given field agrees) and its level. Where a value is
 * missing there is no cell.
 */
final class FieldCells {

    static final int NONE = -1;

    private final int[] given;

    FieldCells(List<Field> fields) {
        List<String> names = fields.stream().map(Field::name).toList();
        given = fields.stream().mapToInt(field -> indexOf(names, field.given())).toArray();
    }

    /** Adds to the cells of a table of fields, rows and levels. */
    static void add(double[][][] table, int[] cells, double count) {
        for (int field = 0; field < cells.length; field++) {
            if (cells[field] != NONE) {
                table[field][row(cells[field])][level(cells[field])] += count;
            }
        }
    }

    static int row(int cell) {
        return cell / Level.SPEAKING;
    }

    static int level(int cell) {
        return cell % Level.SPEAKING;
    }

    int[] of(Levels levels) {
        int[] cells = new int[given.length];
        Arrays.setAll(cells, field -> cell(levels, field));
        return cells;
    }

    private int cell(Levels levels, int field) {
        Level level = levels.at(field);
        boolean givenAgrees = given[field] != NONE && levels.at(given[field]).agrees();
        return level.speaks() ? (givenAgrees ? Level.SPEAKING : 0) + level.rank() : NONE;
    }

    private static int indexOf(List<String> names, @Nullable String name) {
        return name == null ? NONE : names.indexOf(name);
    }
}
