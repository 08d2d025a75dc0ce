package io.askwell.ask.domain.draft;

import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Readiness;
import io.askwell.ask.domain.customer.Segment;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;

/** The kind of a draft. */
public enum Template {
    /** Something useful for the peer whom the customer mentioned; names the peer. */
    VALUE_FIRST,
    /** About other teams of the customer's own company. */
    SAME_COMPANY,
    SOFT,
    DIRECT,
    /** What both sides gain, without a word of money, gifts or credit. Only ever picked by a person. */
    MUTUAL_BENEFIT;

    /** The first kind that applies. */
    public static Template firstFor(Assessment assessment, Trigger trigger) {
        if (isAboutPeer(assessment, trigger)) {
            return VALUE_FIRST;
        }
        if (isAboutCompany(assessment, trigger)) {
            return SAME_COMPANY;
        }
        return assessment.decision() == Readiness.SOFT_MENTION ? SOFT : DIRECT;
    }

    public static boolean isAboutPeer(Assessment assessment, Trigger trigger) {
        return trigger.kind() == TriggerKind.PEER_MENTIONED && assessment.peer() != null;
    }

    public static boolean isAboutCompany(Assessment assessment, Trigger trigger) {
        return trigger.kind() == TriggerKind.UPGRADE
                || (trigger.kind() == TriggerKind.RENEWAL
                        && assessment.profile().segment() == Segment.ENTERPRISE);
    }
}
