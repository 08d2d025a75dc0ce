package io.askwell.signal.domain;

import java.util.List;
import java.util.stream.Stream;

/** What becomes of one report: a fact, or the reasons why not. */
public sealed interface Intake<F> {

    record Accepted<F>(F fact) implements Intake<F> {}

    /** @param reasons at least one, and one for each place */
    record Rejected<F>(List<Reason> reasons) implements Intake<F> {

        public Rejected {
            reasons = Reason.foremost(reasons);
        }
    }

    /** Accepts the fact unless there are reasons not to. */
    static <F> Intake<F> of(F fact, List<Reason> reasons) {
        return reasons.isEmpty() ? new Accepted<>(fact) : new Rejected<>(reasons);
    }

    /** The same decision for a report of which parts were unreadable: what filled their places was never reported. */
    default Intake<F> without(List<Reason> unreadable) {
        if (unreadable.isEmpty()) {
            return this;
        }
        return switch (this) {
            case Accepted<F> _ -> new Rejected<>(unreadable);
            case Rejected<F> rejected ->
                new Rejected<>(Stream.concat(unreadable.stream(), rejected.reasons().stream())
                        .toList());
        };
    }
}
