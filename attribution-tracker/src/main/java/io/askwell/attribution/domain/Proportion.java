package io.askwell.attribution.domain;

/**
 * How many of how many.
 *
 * @param count 0 to {@code of}
 */
public record Proportion(long count, long of) {

    /** Of the normal distribution, for 95 %. */
    private static final double Z = 1.959963984540054;

    /** The bounds between which the true share lies, as far as so few can tell. */
    public record Interval(double low, double high) {}

    /** 0 of nothing. */
    public double share() {
        return of == 0 ? 0 : (double) count / of;
    }

    /** Wilson's score interval at 95 %; everything is possible of nothing. */
    public Interval interval() {
        if (of == 0) {
            return new Interval(0, 1);
        }
        double square = Z * Z;
        double centre = share() + square / (2 * of);
        double spread = Z * Math.sqrt((share() * (1 - share()) + square / (4 * of)) / of);
        double scale = 1 + square / of;
        return new Interval(Math.max(0, (centre - spread) / scale), Math.min(1, (centre + spread) / scale));
    }
}
