package io.askwell.signal.application;

import io.askwell.signal.domain.Intake;
import io.askwell.signal.domain.Reading;
import io.askwell.signal.domain.Receipt;
import io.askwell.signal.domain.Receipt.Rejection;
import io.askwell.signal.domain.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes a batch of reports: judges each by itself, writes the accepted ones, and answers once all of those are safe. */
public final class TakeReports<R extends Report, F> {

    private final Contract<R, F> contract;
    private final FactLog<F> log;
    private final IntakeObserver observer;
    private final InstantSource clock;

    public TakeReports(Contract<R, F> contract, FactLog<F> log, IntakeObserver observer, InstantSource clock) {
        this.contract = contract;
        this.log = log;
        this.observer = observer;
        this.clock = clock;
    }

    /** @throws NotAcknowledgedException when the accepted ones cannot be said to be safe */
    public Receipt take(List<Reading<R>> readings) {
        Instant receivedAt = clock.instant();
        List<R> accepted = new ArrayList<>();
        List<F> facts = new ArrayList<>();
        List<Rejection> rejected = new ArrayList<>();
        for (int index = 0; index < readings.size(); index++) {
            Reading<R> reading = readings.get(index);
            R report = reading.report();
            switch (contract.judge(report, receivedAt).without(reading.unreadable())) {
                case Intake.Accepted<F>(F fact) -> {
                    accepted.add(report);
                    facts.add(fact);
                }
                case Intake.Rejected<F>(var reasons) -> rejected.add(new Rejection(index, report.id(), reasons));
            }
        }
        append(facts);
        accepted.forEach(observer::accepted);
        rejected.forEach(_ -> observer.rejected());
        return new Receipt(facts.size(), rejected);
    }

    private void append(List<F> facts) {
        if (facts.isEmpty()) {
            return;
        }
        Instant begin = clock.instant();
        try {
            log.append(facts);
        } catch (NotAcknowledgedException unacknowledged) {
            observer.unacknowledged();
            throw unacknowledged;
        }
        observer.acknowledged(Duration.between(begin, clock.instant()));
    }
}
