package io.askwell.local.bench;

import java.time.Duration;
import java.util.List;

/**
 * One resolving of a load, and the loading of what it left by COPY.
 *
 * @param tracker from the first look after those that existed to the last
 * @param paces in windows that begin at 0, 10,000, 100,000 ... leads
 * @param unpublished announcements that still waited for the broker when the last lead was resolved
 * @param copied every table in which the tracker keeps something
 */
public record AttributionRun(Run tracker, List<Pace> paces, long unpublished, List<Copied> copied) {

    /** @param from how many leads had been resolved before */
    public record Pace(long from, Run run) {}

    /**
     * A table that was loaded by COPY.
     *
     * @param holdsKeys whether it holds the facts themselves, their records or the keys that lead to these
     */
    public record Copied(String table, boolean holdsKeys, long rows, Duration wall) {}

    public double perSecond() {
        return tracker.perSecond();
    }

    /** Facts, records and keys alone. */
    public double copiedPerSecond() {
        return facts() / seconds(copied.stream().filter(Copied::holdsKeys).toList());
    }

    /** Everything that the tracker keeps. */
    public double allCopiedPerSecond() {
        return facts() / seconds(copied);
    }

    private double facts() {
        return copied.stream()
                .filter(table -> table.table().equals(TrackerTables.FACTS))
                .mapToLong(Copied::rows)
                .sum();
    }

    private static double seconds(List<Copied> tables) {
        return tables.stream().mapToLong(table -> table.wall().toNanos()).sum() / 1e9;
    }
}
