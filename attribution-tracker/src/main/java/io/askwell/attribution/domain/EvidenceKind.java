package io.askwell.attribution.domain;

/** What supports a claim. The first group names a referrer; the last two only make a referral more likely. */
public enum EvidenceKind {
    EMAIL_INTRO,
    FORM,
    PARTNER_PORTAL,
    CALL,
    EVENT,
    CRM_NOTE,
    UTM,
    CRM_SOURCE;

    /** A referral link counts as a name on the form as long as no click is known to belong to it. */
    public static EvidenceKind of(Channel channel) {
        return switch (channel) {
            case FORM, LINK -> FORM;
            case EMAIL_INTRO -> EMAIL_INTRO;
            case CALL -> CALL;
            case PARTNER_PORTAL -> PARTNER_PORTAL;
            case CRM_NOTE -> CRM_NOTE;
            case EVENT -> EVENT;
        };
    }
}
