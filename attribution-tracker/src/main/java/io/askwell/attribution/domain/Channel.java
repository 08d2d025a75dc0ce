package io.askwell.attribution.domain;

/** How a referral reached us. */
public enum Channel {
    FORM,
    LINK,
    EMAIL_INTRO,
    CALL,
    PARTNER_PORTAL,
    CRM_NOTE,
    EVENT
}
