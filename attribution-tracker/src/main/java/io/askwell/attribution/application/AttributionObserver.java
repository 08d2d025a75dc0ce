package io.askwell.attribution.application;

import io.askwell.attribution.domain.ReferralChange;
import io.askwell.attribution.domain.ReviewKind;
import java.util.List;

/** Counts what the service does. */
public interface AttributionObserver {

    /** A lead record changed referrals. */
    void applied(List<ReferralChange> changes);

    /** A report about a lead that nobody has submitted was kept, or one about a link that no submission names. */
    void kept();

    /** A lead record came again under its source and id. */
    void repeated();

    /** A lead record of a kind that says nothing to this service was passed over. */
    void ignored();

    /** A person ruled. */
    void ruled(List<ReferralChange> changes, ReviewKind question);

    /** A person took a merge back. */
    void unmerged(List<ReferralChange> changes);

    /** Somebody appealed. */
    void appealed(ReferralChange change);

    /** A referral was judged again for something else than a fact of its own. */
    void evaluatedAgain(List<ReferralChange> changes);

    /** Blocking keys were passed over because too many records have them: duplicates may be missed. */
    void passedOver(int tooCommonKeys);
}
