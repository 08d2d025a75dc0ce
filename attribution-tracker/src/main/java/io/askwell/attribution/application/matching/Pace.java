package io.askwell.attribution.application.matching;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Wall and CPU seconds of one thread for so many pairs. */
public record Pace(long pairs, double seconds, double cpuSeconds) {

    static final Pace NONE = new Pace(0, 0, 0);

    private static final double NANOS = 1e9;

    /** @param work answers how many pairs it compared */
    static Pace of(LongSupplier work) {
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        long begin = System.nanoTime();
        long pairs = work.getAsLong();
        return new Pace(pairs, (System.nanoTime() - begin) / NANOS, (threads.getCurrentThreadCpuTime() - cpu) / NANOS);
    }

    Pace orFaster(Pace other) {
        return other.perSecond() > perSecond() ? other : this;
    }

    double perSecond() {
        return seconds == 0 ? 0 : pairs / seconds;
    }

    double perCpuSecond() {
        return cpuSeconds == 0 ? 0 : pairs / cpuSeconds;
    }

    Map<String, Object> figures() {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("pairs", pairs);
        figures.put("wallSeconds", seconds);
        figures.put("cpuSeconds", cpuSeconds);
        figures.put("pairsPerSecond", perSecond());
        figures.put("pairsPerCpuSecond", perCpuSecond());
        return figures;
    }
}
