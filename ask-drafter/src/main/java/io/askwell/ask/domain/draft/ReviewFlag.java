package io.askwell.ask.domain.draft;

import io.askwell.ask.domain.customer.AskConsent;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.customer.TriggerKind;
import java.util.EnumSet;
import java.util.List;

/** What the owner should look at before deciding. */
public enum ReviewFlag {
    /** The profile says so. */
    HIGH_VALUE,
    /** The profile says so. */
    SENSITIVE,
    /** The profile says so. */
    PARTNER,
    /** The draft speaks of what both sides gain: its template is {@link Template#MUTUAL_BENEFIT}. */
    REWARD_MENTION,
    /** The customer has not granted to be asked. */
    CONSENT_UNCLEAR,
    /**
     * The moment is praise in public, and the customer has not agreed to be named to others: whoever takes the praise up in
     * public, or passes it on, would name them. No wording of ours does.
     */
    PUBLIC_ADVOCACY_WITHOUT_PERMISSION,
    /** The customer ever answered an ask with no, or an owner declined one. */
    PREVIOUS_DECLINE,
    /** No working moment is left before the window closes. */
    WINDOW_CLOSING;

    /**
     * The flags that follow from the facts.
     *
     * @param windowCloses whether no working moment is left
     * @param declinedBefore whether the customer or their owner ever said no to an ask
     */
    public static List<ReviewFlag> of(
            Profile profile, Trigger trigger, Template template, boolean windowCloses, boolean declinedBefore) {
        var flags = EnumSet.noneOf(ReviewFlag.class);
        HIGH_VALUE.raise(flags, profile.highValue());
        SENSITIVE.raise(flags, profile.sensitive());
        PARTNER.raise(flags, profile.partner());
        REWARD_MENTION.raise(flags, template == Template.MUTUAL_BENEFIT);
        CONSENT_UNCLEAR.raise(flags, profile.askConsent() != AskConsent.GRANTED);
        PUBLIC_ADVOCACY_WITHOUT_PERMISSION.raise(
                flags, trigger.kind() == TriggerKind.PUBLIC_PRAISE && !profile.publicAdvocacyConsent());
        PREVIOUS_DECLINE.raise(flags, declinedBefore);
        WINDOW_CLOSING.raise(flags, windowCloses);
        return List.copyOf(flags);
    }

    /** The flags of an ask whose draft was written anew from another template. */
    public static List<ReviewFlag> withTemplate(List<ReviewFlag> flags, Template template) {
        var changed = EnumSet.noneOf(ReviewFlag.class);
        changed.addAll(flags);
        changed.remove(REWARD_MENTION);
        REWARD_MENTION.raise(changed, template == Template.MUTUAL_BENEFIT);
        return List.copyOf(changed);
    }

    private void raise(EnumSet<ReviewFlag> flags, boolean applies) {
        if (applies) {
            flags.add(this);
        }
    }

    public String advice() {
        return switch (this) {
            case HIGH_VALUE -> "a high-value account, make it personal";
            case SENSITIVE -> "a sensitive account, be discreet";
            case PARTNER -> "also a partner, mind the agreement";
            case REWARD_MENTION -> "speaks of what both sides gain, promise nothing";
            case CONSENT_UNCLEAR -> "consent to be asked is not on record";
            case PUBLIC_ADVOCACY_WITHOUT_PERMISSION -> "do not name them to others, they have not agreed to it";
            case PREVIOUS_DECLINE -> "an earlier ask was declined";
            case WINDOW_CLOSING -> "no working hours are left before the moment is over";
        };
    }
}
