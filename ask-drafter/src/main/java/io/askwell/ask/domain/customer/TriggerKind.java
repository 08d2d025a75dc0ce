package io.askwell.ask.domain.customer;

/** The moment that opens a window for an ask. */
public enum TriggerKind {
    ADVOCATE_SUCCESS,
    MILESTONE,
    NPS_PROMOTER,
    PEER_MENTIONED,
    POSITIVE_FEEDBACK,
    PROJECT_COMPLETED,
    PUBLIC_PRAISE,
    QBR_SUCCESS,
    RENEWAL,
    SUPPORT_WIN,
    UPGRADE
}
