package io.askwell.attribution.application.matching;

import io.askwell.attribution.domain.matching.FieldValue;
import io.askwell.attribution.domain.matching.MatchRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Blocking keys for records of any kind. Each code of each value is a key where few records have it. Codes that are too common are joined two by
 * two, and what is still too common three by three, so that records need to agree in few things, and in fewer the rarer these are.
 */
final class TableKeys {

    /** Of the common codes of a record the rarest are joined, so that the keys of a record stay few. */
    private static final int MOST_JOINED = 8;

    private static final List<Integer> LARGEST = List.of(800, 400, 200, 100, 50);
    private static final long PAIRS = 1_000_000;
    private static final long PAIRS_OF_A_RECORD = 50;
    private static final long SHARE_OF_ALL_PAIRS = 10;

    private final List<List<Key>> codes;
    private final int largest;

    private TableKeys(List<List<Key>> codes, int largest) {
        this.codes = codes;
        this.largest = largest;
    }

    /** @param keys of each record; those of more records than the largest block are among them only when three things are joined in them */
    record Blocking(RecordKeys keys, int largestBlock) {}

    /** A key, the last field that it joins, and how many records have it. */
    private record Key(long number, int field, int records) {}

    static Blocking of(List<MatchRecord> records) {
        List<List<Key>> codes = counted(records.stream().map(TableKeys::codes).toList());
        int largest = largestAffordable(codes);
        return new Blocking(new RecordKeys(new TableKeys(codes, largest).keys()), largest);
    }

    /** The largest blocks whose pairs are not too many to compare, since few large groups of records of one thing need large blocks. */
    private static int largestAffordable(List<List<Key>> codes) {
        long most = Math.min(
                Math.max(PAIRS, PAIRS_OF_A_RECORD * codes.size()), Pairs.among(codes.size()) / SHARE_OF_ALL_PAIRS);
        return LARGEST.stream()
                .filter(largest -> pairsOf(codes, largest) <= most)
                .findFirst()
                .orElse(LARGEST.getLast());
    }

    /** Counted once for each record of each block, and so twice. */
    private static long pairsOf(List<List<Key>> codes, int largest) {
        return codes.stream()
                        .flatMap(List::stream)
                        .filter(key -> key.records <= largest)
                        .mapToLong(key -> key.records - 1)
                        .sum()
                / 2;
    }

    private long[][] keys() {
        long[][] keys = new long[codes.size()][];
        List<List<Key>> pairs = counted(joined(codes, codes));
        List<List<Key>> triples = counted(joined(pairs, codes));
        for (int record = 0; record < keys.length; record++) {
            List<Key> kept = new ArrayList<>();
            codes.get(record).stream().filter(this::isRare).forEach(kept::add);
            pairs.get(record).stream().filter(this::isRare).forEach(kept::add);
            kept.addAll(triples.get(record));
            keys[record] = kept.stream().mapToLong(Key::number).toArray();
        }
        return keys;
    }

    private boolean isRare(Key key) {
        return key.records <= largest;
    }

    private static List<Key> codes(MatchRecord values) {
        List<Key> codes = new ArrayList<>();
        for (int field = 0; field < values.size(); field++) {
            FieldValue value = values.at(field);
            if (value != null) {
                for (String code : value.codes()) {
                    codes.add(new Key(Keys.of(field + "|" + code), field, 0));
                }
            }
        }
        return codes;
    }

    /** Each key that is too common with each code of a later field that is; what is rare is a key by itself already. */
    private List<List<Key>> joined(List<List<Key>> keysOfRecords, List<List<Key>> codes) {
        List<List<Key>> joined = new ArrayList<>(keysOfRecords.size());
        for (int record = 0; record < keysOfRecords.size(); record++) {
            List<Key> common = rarestOfTheCommon(keysOfRecords.get(record));
            List<Key> partners = rarestOfTheCommon(codes.get(record));
            List<Key> both = new ArrayList<>();
            for (Key key : common) {
                for (Key partner : partners) {
                    if (partner.field > key.field) {
                        both.add(new Key(Keys.joined(key.number, partner.number), partner.field, 0));
                    }
                }
            }
            joined.add(both);
        }
        return joined;
    }

    private List<Key> rarestOfTheCommon(List<Key> keys) {
        return keys.stream()
                .filter(key -> !isRare(key))
                .sorted(Comparator.comparingInt(Key::records).thenComparingLong(Key::number))
                .limit(MOST_JOINED)
                .toList();
    }

    /** With the number of records that have each, and without those that only one has. */
    private static List<List<Key>> counted(List<List<Key>> keysOfRecords) {
        long[] all = keysOfRecords.stream()
                .flatMapToLong(keys -> keys.stream().mapToLong(Key::number))
                .sorted()
                .toArray();
        List<List<Key>> counted = new ArrayList<>(keysOfRecords.size());
        for (List<Key> keys : keysOfRecords) {
            List<Key> shared = new ArrayList<>();
            for (Key key : keys) {
                int records = occurrences(all, key.number);
                if (records > 1) {
                    shared.add(new Key(key.number, key.field, records));
                }
            }
            counted.add(shared);
        }
        return counted;
    }

    private static int occurrences(long[] sorted, long number) {
        return end(sorted, number) - end(sorted, number - 1);
    }

    /** How many are at most this. */
    private static int end(long[] sorted, long number) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
