package io.askwell.readiness.http;

import io.askwell.readiness.application.Held;
import io.askwell.readiness.domain.AdvocateHistogram;
import io.askwell.readiness.domain.AdvocateScore;
import io.askwell.readiness.domain.Census;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many customers of one instance have which advocate score.
 *
 * @param customers by tenths
 */
record HeldHistogramView(Set<Integer> partitions, Map<Integer, Long> customers) {

    static HeldHistogramView ofCensus(Held<Census> held) {
        var customers = new TreeMap<Integer, Long>();
        held.what().advocates().customers().forEach((score, count) -> customers.put(score.tenths(), count));
        return new HeldHistogramView(held.partitions(), customers);
    }

    Held<AdvocateHistogram> toHeld() {
        var histogram = new TreeMap<AdvocateScore, Long>();
        customers.forEach((tenths, count) -> histogram.put(new AdvocateScore(tenths), count));
        return new Held<>(partitions, new AdvocateHistogram(histogram));
    }
}
