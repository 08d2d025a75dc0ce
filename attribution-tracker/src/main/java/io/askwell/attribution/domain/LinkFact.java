package io.askwell.attribution.domain;

import java.util.Comparator;

/** One thing that is reported about a referral link. It belongs to no lead until a submission names the link. */
public sealed interface LinkFact extends ReportedFact permits LinkMade, LinkClick {

    /** Of two facts that contradict each other the first stands. */
    Comparator<LinkFact> IN_ORDER = Comparator.comparing(LinkFact::occurredAt).thenComparing(LinkFact::id);

    String linkCode();
}
