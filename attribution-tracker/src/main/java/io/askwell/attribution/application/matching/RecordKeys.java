package io.askwell.attribution.application.matching;

import java.util.Arrays;

/** The blocking keys of records, by the number of the record. */
final class RecordKeys {

    private final long[][] keys;

    RecordKeys(long[][] keys) {
        this.keys = keys;
    }

    int records() {
        return keys.length;
    }

    long[] of(int record) {
        return keys[record];
    }

    int total() {
        return Arrays.stream(keys).mapToInt(ofRecord -> ofRecord.length).sum();
    }
}
