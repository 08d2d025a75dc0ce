package io.askwell.attribution.domain;

import java.util.ArrayList;
import java.util.List;

/** Immutable lists that grow. */
final class Lists {

    private Lists() {}

    static <T> List<T> plus(List<T> list, T item) {
        return concat(list, List.of(item));
    }

    static <T> List<T> concat(List<T> list, List<T> more) {
        List<T> longer = new ArrayList<>(list);
        longer.addAll(more);
        return List.copyOf(longer);
    }
}
