package io.askwell.signal.application;

import io.askwell.signal.domain.Intake;
import io.askwell.signal.domain.Report;
import java.time.Instant;

/** Says which reports become facts. The same report, received at the same moment, is always judged alike. */
@FunctionalInterface
public interface Contract<R extends Report, F> {

    Intake<F> judge(R report, Instant receivedAt);
}
