package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.Field;
import io.askwell.attribution.domain.matching.Known;
import io.askwell.attribution.domain.matching.Levels;
import io.askwell.attribution.domain.matching.MatchRecord;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Records whose truth is known.
 *
 * @param fields what is compared
 * @param keys blocking keys of each record
 * @param largestBlock how many records may share a key
 * @param truth of each record: records of one thing have the same text
 * @param rules what is known of a pattern without weights
 */
record Dataset(
        List<Field> fields,
        List<MatchRecord> records,
        RecordKeys keys,
        int largestBlock,
        List<String> truth,
        Function<Levels, Known> rules) {

    Dataset {
        if (records.size() != keys.records() || records.size() != truth.size()) {
            throw new IllegalArgumentException("every record has keys and a truth");
        }
    }

    boolean same(int one, int other) {
        return truth.get(one).equals(truth.get(other));
    }

    /** Pairs of records of one thing, found or not. */
    long truePairs() {
        Map<String, Long> sizes =
                truth.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return sizes.values().stream().mapToLong(Pairs::among).sum();
    }

    long allPairs() {
        return Pairs.among(records.size());
    }
}
