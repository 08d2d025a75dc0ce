package io.askwell.attribution.domain;

/** What supports a claim. The first group names a referrer; the last two only make a referral more likely. */
public enum EvidenceKind {
    EMAIL_INTRO,
    FORM,
    LINK,
    PARTNER_PORTAL,
    CALL,
    EVENT,
    CRM_NOTE,
    UTM,
    CRM_SOURCE;

    /** A referral link counts as a name on the form; with a click that belongs to it there is {@link #LINK}. */
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

    /** What is written down of a call or at an event is of that kind; any other note is one of the CRM. */
    static EvidenceKind ofNote(Channel channel) {
        return switch (channel) {
            case CALL -> CALL;
            case EVENT -> EVENT;
            case FORM, LINK, EMAIL_INTRO, PARTNER_PORTAL, CRM_NOTE -> CRM_NOTE;
        };
    }
}
