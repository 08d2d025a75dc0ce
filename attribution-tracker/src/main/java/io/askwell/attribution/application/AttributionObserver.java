package io.askwell.attribution.application;

import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.ReviewKind;

/** Counts what the service does. */
public interface AttributionObserver {

    /** A lead record changed a referral. */
    void applied(ReferralChange change);

    /** A report about a lead that nobody has submitted was kept. */
    void kept();

    /** A lead record came again under its source and id. */
    void repeated();

    /** A lead record of a kind that says nothing to this service was passed over. */
    void ignored();

    /** A person ruled. */
    void ruled(ReferralChange change, ReviewKind question);
}
