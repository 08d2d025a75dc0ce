package io.askwell.readiness.http;

import io.askwell.readiness.application.Held;
import io.askwell.readiness.domain.Advocate;
import io.askwell.readiness.domain.AdvocateScore;
import java.util.List;
import java.util.Set;

/** Advocates among the customers of one instance, the highest first. */
record HeldAdvocatesView(Set<Integer> partitions, List<HeldAdvocate> advocates) {

    record HeldAdvocate(String customerId, int tenths) {}

    static HeldAdvocatesView of(Held<List<Advocate>> held) {
        return new HeldAdvocatesView(
                held.partitions(),
                held.what().stream()
                        .map(advocate -> new HeldAdvocate(
                                advocate.customerId(), advocate.score().tenths()))
                        .toList());
    }

    Held<List<Advocate>> toHeld() {
        return new Held<>(
                partitions,
                advocates.stream()
                        .map(held -> new Advocate(held.customerId(), new AdvocateScore(held.tenths())))
                        .toList());
    }
}
