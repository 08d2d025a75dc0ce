package io.askwell.attribution.domain;

/** What a person who looks at a referral should know. */
public enum Flag {
    /** A referrer named the lead more than once. */
    DUPLICATE_SUBMISSION,
    /** A referrer is the lead. */
    SELF_REFERRAL,
    /** A fact belongs to another record by one of its keys; the two were kept apart. */
    BRIDGES_RECORDS,

    /** Neither an address nor an external id nor a telephone was given. */
    NO_IDENTITY,
    /** Some refund is in another currency than the deal and is not part of the refunded sum. */
    REFUND_IN_OTHER_CURRENCY,
    /** The lead, or where the lead works, was a customer before the first claim. */
    EXISTING_CUSTOMER,
    /** No signal has come yet of a customer who was named as referrer. */
    UNKNOWN_REFERRER,
    /** Two customers who claim the lead have one address. */
    DUPLICATE_REFERRER,
    /** The CRM worked the lead before anybody claimed it. */
    EXISTING_OPPORTUNITY,
    /** The lead's address is at a domain of addresses that are thrown away after use. */
    DISPOSABLE_EMAIL,
    /** Lead and referrer have addresses at one firm. */
    SAME_DOMAIN_AS_REFERRER,
    /** The referrer named many other leads shortly before. */
    VELOCITY,
    /** Lead or referrer is on the block list. */
    BLOCKED
}
