package io.askwell.reward.http;

import org.jspecify.annotations.Nullable;

/**
 * Cells that a spreadsheet shows and never runs. A text that it would take for a formula gets an apostrophe in front, which is
 * taken off again where such a file is read.
 */
final class FormulaSafe {

    private static final String BEGINNINGS_OF_FORMULAS = "=+-@\t\r\n";
    private static final char APOSTROPHE = '\'';

    private FormulaSafe() {}

    static @Nullable String cell(@Nullable String text) {
        return text != null && looksLikeFormula(text, 0) ? APOSTROPHE + text : text;
    }

    static String text(String cell) {
        return cell.length() > 1 && cell.charAt(0) == APOSTROPHE && looksLikeFormula(cell, 1)
                ? cell.substring(1)
                : cell;
    }

    private static boolean looksLikeFormula(String text, int from) {
        return text.length() > from && BEGINNINGS_OF_FORMULAS.indexOf(text.charAt(from)) >= 0;
    }
}
