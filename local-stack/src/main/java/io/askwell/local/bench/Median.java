package io.askwell.local.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The middle of several runs, which one disturbed run does not move. */
final class Median {

    private Median() {}

    /** Of at least one run; the mean of the two in the middle when their number is even. */
    static <R> double of(List<R> runs, ToDoubleFunction<R> figure) {
        var sorted = runs.stream().mapToDouble(figure).sorted().toArray();
        var middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
