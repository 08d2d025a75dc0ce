package io.askwell.readiness.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How strong an advocate a customer is, 0 to 100 with one decimal. It changes with time alone: tenure grows, and mentions age.
 *
 * @param tenths 0 to 1,000
 */
public record AdvocateScore(int tenths) implements Comparable<AdvocateScore> {

    public static final int MOST_TENTHS = 1_000;

    static final int MENTIONS_THAT_MATTER = 5;

    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final Duration FULL_TENURE = Duration.ofDays(730);
    private static final Duration MENTION_LASTS = Duration.ofDays(365);

    public AdvocateScore {
        if (tenths < 0 || tenths > MOST_TENTHS) {
            throw new IllegalArgumentException("An advocate score is 0 to 1,000 tenths");
        }
    }

    public static AdvocateScore of(AdvocateFacts facts, Instant now) {
        return of(List.of(
                nps(facts.nps()),
                ticketSentiment(facts.ticketSatisfactions()),
                usage(facts.usagePercentile()),
                tenure(facts.signedUpAt(), now),
                praise(facts.praisedAt(), now)));
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(tenths, 1);
    }

    @Override
    public int compareTo(AdvocateScore other) {
        return Integer.compare(tenths, other.tenths);
    }

    private static Share nps(@Nullable Integer score) {
        return score == null ? Share.NONE : new Share(300, BigDecimal.valueOf(score), BigDecimal.valueOf(10));
    }

    private static Share ticketSentiment(List<BigDecimal> satisfactions) {
        return satisfactions.isEmpty()
                ? new Share(200, HALF, BigDecimal.ONE)
                : new Share(
                        200,
                        satisfactions.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                        BigDecimal.valueOf(satisfactions.size()));
    }

    private static Share usage(@Nullable BigDecimal percentile) {
        return percentile == null ? Share.NONE : new Share(200, percentile, BigDecimal.valueOf(100));
    }

    private static Share tenure(@Nullable Instant signedUpAt, Instant now) {
        if (signedUpAt == null || signedUpAt.isAfter(now)) {
            return Share.NONE;
        }
        var elapsed = Duration.between(signedUpAt, now);
        // Compared first: nanoseconds of more than 292 years are too many for a long.
        var counted = elapsed.compareTo(FULL_TENURE) > 0 ? FULL_TENURE : elapsed;
        return new Share(150, BigDecimal.valueOf(counted.toNanos()), BigDecimal.valueOf(FULL_TENURE.toNanos()));
    }

    /** One that is told by a clock ahead of ours counts at once, as the latest NPS and the latest usage do. */
    private static Share praise(List<Instant> praisedAt, Instant now) {
        long recent = praisedAt.stream()
                .filter(at -> !at.isBefore(now.minus(MENTION_LASTS)))
                .count();
        return new Share(150, BigDecimal.valueOf(recent), BigDecimal.valueOf(MENTIONS_THAT_MATTER));
    }

    /** Over a common denominator, so that nothing is rounded before the end. */
    private static AdvocateScore of(List<Share> shares) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal denominator = BigDecimal.ONE;
        for (Share share : shares) {
            sum = sum.multiply(share.whole()).add(share.weighted().multiply(denominator));
            denominator = denominator.multiply(share.whole());
        }
        return new AdvocateScore(
                sum.divide(denominator, 0, RoundingMode.HALF_UP).intValueExact());
    }

    /**
     * A part of the score.
     *
     * @param most tenths when the share is full
     */
    private record Share(int most, BigDecimal part, BigDecimal whole) {

        static final Share NONE = new Share(0, BigDecimal.ZERO, BigDecimal.ONE);

        BigDecimal weighted() {
            return part.max(BigDecimal.ZERO).min(whole).multiply(BigDecimal.valueOf(most));
        }
    }
}
