package io.askwell.readiness.application;

import io.askwell.readiness.domain.Census;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.Stream;

/** Counts the customers that this instance holds, in one pass over all of them. */
public final class TakeCensus {

    private static final Duration KEPT_AT_LEAST = Duration.ofSeconds(1);

    /** Kept so much longer than it took, so that counting never costs more than a twentieth of a core. */
    private static final int KEPT_TIMES = 20;

    private final HeldCustomers customers;
    private final InstantSource clock;
    private final Remembered<Optional<Held<Census>>> census;

    public TakeCensus(HeldCustomers customers, InstantSource clock) {
        this.customers = customers;
        this.clock = clock;
        this.census = new Remembered<>(this::taken, TakeCensus::keptFor, clock);
    }

    /** A census of the recent past; empty while a partition is moving. */
    public Optional<Held<Census>> here() {
        return census.get(this::isOfWhatIsHeld);
    }

    /** A census of a partition that has gone would count its customers twice. */
    private boolean isOfWhatIsHeld(Optional<Held<Census>> taken) {
        return taken.map(Held::partitions).map(customers.partitions()::equals).orElse(true);
    }

    private Optional<Held<Census>> taken() {
        var counting = new Census.Counting(clock.instant());
        return customers
                .visit((_, standing) -> counting.count(standing))
                .map(partitions -> new Held<>(partitions, counting.result()));
    }

    private static Duration keptFor(Duration taking) {
        return Stream.of(KEPT_AT_LEAST, taking.multipliedBy(KEPT_TIMES))
                .max(Duration::compareTo)
                .orElseThrow();
    }
}
