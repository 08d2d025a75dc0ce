package io.askwell.readiness.application;

import io.askwell.readiness.domain.Advocate;
import io.askwell.readiness.domain.AdvocateScore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/** Searches the customers that this instance holds for advocates. */
public final class FindHeldAdvocates {

    private final HeldCustomers customers;
    private final InstantSource clock;

    public FindHeldAdvocates(HeldCustomers customers, InstantSource clock) {
        this.customers = customers;
        this.clock = clock;
    }

    /**
     * The highest first. One search at a time, since each passes over all customers; empty while a partition is moving.
     */
    public synchronized Optional<Held<List<Advocate>>> find(AdvocateSearch search) {
        var now = clock.instant();
        var found = new PriorityQueue<Advocate>(Advocate.HIGHEST_FIRST.reversed());
        return customers
                .visit((customerId, standing) -> {
                    if (standing.advocacy().live()) {
                        var advocate = new Advocate(customerId, AdvocateScore.of(standing.advocacy(), now));
                        add(advocate, search, found);
                    }
                })
                .map(partitions -> new Held<>(
                        partitions,
                        found.stream().sorted(Advocate.HIGHEST_FIRST).toList()));
    }

    /** What is found never grows beyond what is asked for, however many customers there are. */
    private static void add(Advocate advocate, AdvocateSearch search, PriorityQueue<Advocate> lowestFirst) {
        if (search.looksFor(advocate)) {
            lowestFirst.add(advocate);
            if (lowestFirst.size() > search.most()) {
                lowestFirst.remove();
            }
        }
    }
}
