package io.askwell.attribution.application;

import java.util.List;
import java.util.function.Consumer;

/** Does something for each of many, so that the failure of one does not keep the others waiting. */
final class EachByItself {

    private EachByItself() {}

    /** Fails at the end with the first failure, which carries the others. */
    static <T> void attempt(List<T> items, Consumer<T> action) {
        RuntimeException first = null;
        for (T item : items) {
            try {
                action.accept(item);
            } catch (RuntimeException failure) {
                if (first == null) {
                    first = failure;
                } else {
                    first.addSuppressed(failure);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
