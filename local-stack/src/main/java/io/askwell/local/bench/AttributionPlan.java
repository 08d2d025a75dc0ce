package io.askwell.local.bench;

/**
 * What is resolved.
 *
 * @param leads those that are measured, at least 1
 * @param existing those that come before them and are not measured
 * @param runs of the tracker and of the reference, in turns, at least 1
 */
public record AttributionPlan(int leads, int existing, int runs) {

    public AttributionPlan {
        if (leads < 1 || existing < 0 || runs < 1) {
            throw new IllegalArgumentException("There is at least one lead and one run");
        }
    }

    int written() {
        return Math.addExact(leads, existing);
    }
}
