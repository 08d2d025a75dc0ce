package io.askwell.readiness.domain;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many customers with a live signal have which advocate score. Those of all instances add up to that of all customers.
 *
 * @param customers by score, no score without customers
 */
public record AdvocateHistogram(SortedMap<AdvocateScore, Long> customers) {

    public static final AdvocateHistogram EMPTY = new AdvocateHistogram(new TreeMap<>());

    /** The Priority Advocates are one in so many, rounded up. */
    private static final int ONE_IN = 10;

    public AdvocateHistogram {
        customers = new TreeMap<>(customers);
    }

    public AdvocateHistogram plus(AdvocateHistogram more) {
        var sum = new TreeMap<>(customers);
        more.customers.forEach((score, count) -> sum.merge(score, count, Long::sum));
        return new AdvocateHistogram(sum);
    }

    /** The lowest score with which at least a tenth of all customers is reached from above: so all who tie with it belong too. */
    public PriorityLine priorityLine() {
        long all = customers.values().stream().mapToLong(Long::longValue).sum();
        long wanted = Math.ceilDiv(all, (long) ONE_IN);
        long reached = 0;
        var highestFirst = new TreeMap<AdvocateScore, Long>(Comparator.reverseOrder());
        highestFirst.putAll(customers);
        for (Map.Entry<AdvocateScore, Long> bucket : highestFirst.entrySet()) {
            reached += bucket.getValue();
            if (reached >= wanted) {
                return new PriorityLine(bucket.getKey());
            }
        }
        return PriorityLine.OF_NOBODY;
    }
}
