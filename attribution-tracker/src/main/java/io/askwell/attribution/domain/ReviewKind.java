package io.askwell.attribution.domain;

/** Why a referral waits for a person. */
public enum ReviewKind {
    CONFLICT,
    SELF_REFERRAL,
    UNKNOWN_BASIS,

    /** Nothing was given by which the lead could be recognised. */
    NO_IDENTITY,

    /** Another record is very much alike. */
    PROBABLE_DUPLICATE,

    /** A fact names two records by certain keys, and money or a person's word keeps them apart. */
    BRIDGING,

    /** The lead, or where the lead works, was a customer before the first claim. */
    EXISTING_CUSTOMER,

    /** The CRM worked the lead before anybody claimed it. */
    EXISTING_OPPORTUNITY,

    /** The first claim on a lead that was submitted without one and has come on since. */
    REWARD_CLAIM,

    /** The referrer named many other leads shortly before. */
    VELOCITY,

    /** Lead or referrer is on the block list. */
    BLOCKED,

    /** Somebody asks to have a ruling looked at again. */
    APPEAL;

    /** Whether the question is if two referrals are of one lead, and not who is credited. */
    public boolean asksWhetherSameLead() {
        return this == PROBABLE_DUPLICATE || this == BRIDGING;
    }
}
