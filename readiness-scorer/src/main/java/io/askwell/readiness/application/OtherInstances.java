package io.askwell.readiness.application;

import io.askwell.readiness.domain.Advocate;
import io.askwell.readiness.domain.AdvocateHistogram;
import java.util.List;

/** The other instances of this service, asked in the name of whoever is being answered. Those that cannot say are left out. */
public interface OtherInstances {

    List<Held<AdvocateHistogram>> histograms();

    List<Held<List<Advocate>>> advocates(AdvocateSearch search);
}
