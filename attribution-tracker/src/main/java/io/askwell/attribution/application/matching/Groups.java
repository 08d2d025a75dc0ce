package io.askwell.attribution.application.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Records joined into groups, where whatever is joined to one is joined to all of its group (union and find, with halved paths). */
final class Groups {

    private final int[] parents;

    Groups(int records) {
        parents = IntStream.range(0, records).toArray();
    }

    void join(int one, int other) {
        parents[find(one)] = find(other);
    }

    /** Pairs of records in one group. */
    long pairs() {
        Map<Integer, Long> sizes = new HashMap<>();
        for (int record = 0; record < parents.length; record++) {
            sizes.merge(find(record), 1L, Long::sum);
        }
        return sizes.values().stream().mapToLong(Pairs::among).sum();
    }

    /** Pairs in one group that are one in truth. */
    long truePairs(Dataset dataset) {
        Map<String, Long> sizes = new HashMap<>();
        for (int record = 0; record < parents.length; record++) {
            sizes.merge(find(record) + "|" + dataset.truth().get(record), 1L, Long::sum);
        }
        return sizes.values().stream().mapToLong(Pairs::among).sum();
    }

    private int find(int record) {
        int at = record;
        while (parents[at] != at) {
            parents[at] = parents[parents[at]];
            at = parents[at];
        }
        return at;
    }
}
