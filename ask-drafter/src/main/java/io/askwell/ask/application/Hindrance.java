package io.askwell.ask.application;

/** What an approved ask waits for before it may leave. */
public enum Hindrance {
    /** The fence has not been tried yet. */
    RELEASE_FENCE,
    /** The scorer has not yet read every signal that was accepted before the approval. */
    READINESS_SCORER,
    /** This service has not yet read them itself. */
    OWN_SIGNALS,
    /** This service has not yet applied what the scorer said about them. */
    ASSESSMENTS,
    /** The latest assessment of the customer could not be read and was put aside, so nobody knows what it says. */
    UNREAD_ASSESSMENT,
    /** The broker does not say how far the logs go. */
    BROKER
}
