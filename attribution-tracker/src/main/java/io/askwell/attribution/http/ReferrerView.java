package io.askwell.attribution.http;

import io.askwell.attribution.domain.Referrer;
import io.askwell.attribution.domain.Words;

/**
 * Who referred.
 *
 * @param kind customer, partner, email or link
 * @param id for email the lower-case hex SHA-256 of the canonical address
 */
record ReferrerView(String kind, String id) {

    static ReferrerView of(Referrer referrer) {
        return new ReferrerView(Words.of(referrer.kind()), referrer.id());
    }
}
