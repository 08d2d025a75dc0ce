package io.askwell.attribution.application.matching;

import java.util.Arrays;

/**
 * Records that share a blocking key. A key that more than a bounded number of records share says too little and is passed over. Pairs are
 * streamed, each once however many keys it shares, and never held: memory grows with the records and their keys only.
 */
final class Blocks {

    static final int MOST_RECORDS = 1 << 24;

    private static final long RECORD = MOST_RECORDS - 1;

    /** What is kept of a key beside the number of a record. */
    private static final long KEY = ~RECORD;

    /** No kept key has a record's bits. */
    private static final long NONE = RECORD;

    private final int largest;
    private final long[] entries;
    private final long[][] keysOf;
    private int passedOver;
    private int largestPassedOver;

    Blocks(Dataset dataset) {
        this(dataset.keys(), dataset.largestBlock());
    }

    /** @param largest how many records may share a key */
    Blocks(RecordKeys keysOfRecords, int largest) {
        if (keysOfRecords.records() > MOST_RECORDS) {
            throw new IllegalArgumentException("at most " + MOST_RECORDS + " records are compared");
        }
        this.largest = largest;
        this.entries = entries(keysOfRecords);
        this.keysOf = new long[keysOfRecords.records()][];
        keepUsefulKeys();
    }

    interface Pairs {
        void pair(int one, int other);
    }

    /** In an order that depends on the records alone. */
    void forEachPair(Pairs pairs) {
        for (int begin = 0; begin < entries.length; ) {
            int end = endOfBlock(begin);
            if (end - begin <= largest) {
                pairsOfBlock(begin, end, pairs);
            }
            begin = end;
        }
    }

    /** Whether some useful key is common to both. */
    boolean share(int one, int other) {
        return firstShared(keysOf[one], keysOf[other]) != NONE;
    }

    int passedOver() {
        return passedOver;
    }

    int largestPassedOver() {
        return largestPassedOver;
    }

    private static long[] entries(RecordKeys keysOfRecords) {
        long[] entries = new long[keysOfRecords.total()];
        int next = 0;
        for (int record = 0; record < keysOfRecords.records(); record++) {
            for (long key : keysOfRecords.of(record)) {
                entries[next++] = (key & KEY) | record;
            }
        }
        Arrays.sort(entries);
        return Arrays.stream(entries).distinct().toArray();
    }

    private void keepUsefulKeys() {
        int[] counts = new int[keysOf.length];
        eachUseful((key, record) -> counts[record]++);
        for (int record = 0; record < keysOf.length; record++) {
            keysOf[record] = new long[counts[record]];
        }
        Arrays.fill(counts, 0);
        eachUseful((key, record) -> keysOf[record][counts[record]++] = key);
    }

    private interface Entries {
        void entry(long key, int record);
    }

    private void eachUseful(Entries useful) {
        passedOver = 0;
        for (int begin = 0; begin < entries.length; ) {
            int end = endOfBlock(begin);
            if (end - begin <= largest) {
                for (int i = begin; i < end; i++) {
                    useful.entry(entries[i] & KEY, (int) (entries[i] & RECORD));
                }
            } else {
                passedOver++;
                largestPassedOver = Math.max(largestPassedOver, end - begin);
            }
            begin = end;
        }
    }

    private int endOfBlock(int begin) {
        long key = entries[begin] & KEY;
        int end = begin + 1;
        while (end < entries.length && (entries[end] & KEY) == key) {
            end++;
        }
        return end;
    }

    private void pairsOfBlock(int begin, int end, Pairs pairs) {
        long key = entries[begin] & KEY;
        for (int i = begin; i < end; i++) {
            int one = (int) (entries[i] & RECORD);
            for (int j = i + 1; j < end; j++) {
                int other = (int) (entries[j] & RECORD);
                if (firstShared(keysOf[one], keysOf[other]) == key) {
                    pairs.pair(one, other);
                }
            }
        }
    }

    /** Both are in order. */
    private static long firstShared(long[] one, long[] other) {
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                return one[i];
            }
            if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return NONE;
    }
}
