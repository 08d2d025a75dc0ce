package io.askwell.local.bench;

import java.util.List;

/** Whether the work for one signal grows with the number of customers. The smallest size comes first. */
public record Slope(List<Point> points) {

    /** All runs of one size. */
    public record Point(LoadSize size, List<Run> runs) {

        public double perSecond() {
            return Median.of(runs, Run::perSecond);
        }

        public double perCpuSecond() {
            return Median.of(runs, Run::perCpuSecond);
        }
    }

    /** Throughput of a core against that at the smallest size: -0.1 is a loss of a tenth. */
    public double change(Point point) {
        return point.perCpuSecond() / points.getFirst().perCpuSecond() - 1;
    }

    public double worstChange() {
        return points.stream().mapToDouble(this::change).min().orElse(0);
    }
}
