package io.askwell.readiness.application;

import io.askwell.readiness.domain.AdvocateHistogram;
import io.askwell.readiness.domain.PriorityLine;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out which advocate score makes a Priority Advocate, over all customers of all instances. */
public final class FindPriorityLine {

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final TakeCensus census;
    private final OtherInstances others;
    private final WholeOfPartitions whole;
    private final Remembered<Optional<PriorityLine>> line;

    public FindPriorityLine(TakeCensus census, OtherInstances others, WholeOfPartitions whole, InstantSource clock) {
        this.census = census;
        this.others = others;
        this.whole = whole;
        this.line = new Remembered<>(this::found, _ -> KEPT, clock);
    }

    /** The line of the recent past; empty while any partition is out of reach. */
    public Optional<PriorityLine> line() {
        return line.get(_ -> true);
    }

    private Optional<PriorityLine> found() {
        return census.here().flatMap(here -> {
            List<Held<AdvocateHistogram>> parts = new ArrayList<>(others.histograms());
            parts.add(new Held<>(here.partitions(), here.what().advocates()));
            return whole.of(parts)
                    .map(all -> all.stream().reduce(AdvocateHistogram.EMPTY, AdvocateHistogram::plus))
                    .map(AdvocateHistogram::priorityLine);
        });
    }
}
