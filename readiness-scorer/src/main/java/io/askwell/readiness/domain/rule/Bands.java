package io.askwell.readiness.domain.rule;

/** The least scores of the bands; below both is wait. */
public record Bands(int askNow, int softMention) {

    public Bands {
        Demand.that(softMention > 0 && askNow > softMention, "bands must rise: 0 < softMention < askNow");
    }
}
