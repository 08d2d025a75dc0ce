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
    EXISTING_CUSTOMER;

    /** Whether the question is if two referrals are of one lead, and not who is credited. */
    public boolean asksWhetherSameLead() {
        return this == PROBABLE_DUPLICATE || this == BRIDGING;
    }
}
