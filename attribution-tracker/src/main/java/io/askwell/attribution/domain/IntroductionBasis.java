package io.askwell.attribution.domain;

/** Why the lead may be contacted; UNKNOWN stops any outreach until a person settles it. */
public enum IntroductionBasis {
    SELF_SUBMITTED,
    ADVOCATE_INTRODUCED,
    CONSENT_RECORDED,
    UNKNOWN
}
