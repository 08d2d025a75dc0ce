package io.askwell.readiness.domain.rule;

/** The least scores of the bands; below both is wait. */
public record Bands(int askNow, int softMention) {

    public Bands {
        Demand.that(softMention > 0 && askNow > softMention, "softMention", "must be above 0 and below askNow");
    }
}
