package io.askwell.attribution.application.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A table as it comes: with or without a byte order mark, separated by whatever its first line is separated by, quoted or not, with spaces around
 * names and values. Short rows are filled up.
 */
final class CsvTable {

    private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');
    private static final char MARK = '\uFEFF';

    private final Map<String, Integer> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<List<String>> rows;

    private CsvTable(List<String> header, List<List<String>> rows) {
        for (int column = 0; column < header.size(); column++) {
            columns.putIfAbsent(header.get(column), column);
        }
        this.rows = rows;
    }

    /** @throws IllegalArgumentException when there is no header or no row */
    static CsvTable parse(String text) {
        String content = !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text;
        List<List<String>> lines = new Reading(content, separatorOf(content)).lines();
        if (lines.size() < 2) {
            throw new IllegalArgumentException("the file has no header or no records");
        }
        return new CsvTable(lines.getFirst(), List.copyOf(lines.subList(1, lines.size())));
    }

    int size() {
        return rows.size();
    }

    /** @throws IllegalArgumentException naming the columns that there are */
    int column(String name) {
        Integer column = columns.get(name.strip());
        if (column == null) {
            throw new IllegalArgumentException("there is no column " + name + "; there are " + columns.keySet());
        }
        return column;
    }

    /** Empty where the row is too short. */
    String at(int row, int column) {
        List<String> cells = rows.get(row);
        return column < cells.size() ? cells.get(column) : "";
    }

    private static char separatorOf(String text) {
        String header = text.lines().findFirst().orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparingLong(separator ->
                        header.chars().filter(letter -> letter == separator).count()))
                .orElse(',');
    }

    /** Quotes as in RFC 4180, also after spaces; a quote within an unquoted value stands for itself. */
    private static final class Reading {

        private final String text;
        private final char separator;
        private final List<List<String>> lines = new ArrayList<>();
        private List<String> cells = new ArrayList<>();
        private final StringBuilder cell = new StringBuilder();
        private boolean quoted;
        private boolean wasQuoted;

        Reading(String text, char separator) {
            this.text = text;
            this.separator = separator;
        }

        List<List<String>> lines() {
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (quoted) {
                    boolean doubled = letter == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
                    if (letter != '"' || doubled) {
                        cell.append(letter);
                        i += doubled ? 1 : 0;
                    } else {
                        quoted = false;
                    }
                } else if (letter == '"' && cell.toString().isBlank() && !wasQuoted) {
                    cell.setLength(0);
                    quoted = true;
                    wasQuoted = true;
                } else if (letter == separator) {
                    endCell();
                } else if (letter == '\n') {
                    endLine();
                } else if (letter != '\r') {
                    cell.append(letter);
                }
            }
            endLine();
            return lines;
        }

        private void endCell() {
            cells.add(cell.toString().strip());
            cell.setLength(0);
            wasQuoted = false;
        }

        private void endLine() {
            endCell();
            if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
                lines.add(List.copyOf(cells));
            }
            cells = new ArrayList<>();
        }
    }
}
