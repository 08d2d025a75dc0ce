package io.askwell.attribution.application.matching;

/** How many pairs there are. */
final class Pairs {

    private Pairs() {}

    static long among(long records) {
        return records * (records - 1) / 2;
    }
}
