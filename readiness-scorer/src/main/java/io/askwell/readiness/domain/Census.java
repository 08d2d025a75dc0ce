package io.askwell.readiness.domain;

import io.askwell.readiness.domain.rule.Concern;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Figures over customers at one moment. */
public record Census(Map<Readiness, Long> customers, Map<Concern.Kind, Long> concerns, AdvocateHistogram advocates) {

    public Census {
        customers = Map.copyOf(customers);
        concerns = Map.copyOf(concerns);
    }

    /** Counts one customer after the other. */
    public static final class Counting {

        private final Instant now;
        private final Map<Readiness, Long> customers = zeros(Readiness.class);
        private final Map<Concern.Kind, Long> concerns = zeros(Concern.Kind.class);
        private final long[] advocates = new long[AdvocateScore.MOST_TENTHS + 1];

        public Counting(Instant now) {
            this.now = now;
        }

        public void count(Standing standing) {
            customers.merge(standing.decision(), 1L, Long::sum);
            standing.concerns().forEach(kind -> concerns.merge(kind, 1L, Long::sum));
            if (standing.advocacy().live()) {
                advocates[AdvocateScore.of(standing.advocacy(), now).tenths()]++;
            }
        }

        public Census result() {
            var histogram = new TreeMap<AdvocateScore, Long>();
            for (int tenths = 0; tenths < advocates.length; tenths++) {
                if (advocates[tenths] > 0) {
                    histogram.put(new AdvocateScore(tenths), advocates[tenths]);
                }
            }
            return new Census(customers, concerns, new AdvocateHistogram(histogram));
        }

        private static <K extends Enum<K>> Map<K, Long> zeros(Class<K> keys) {
            var zeros = new EnumMap<K, Long>(keys);
            Arrays.stream(keys.getEnumConstants()).forEach(key -> zeros.put(key, 0L));
            return zeros;
        }
    }
}
