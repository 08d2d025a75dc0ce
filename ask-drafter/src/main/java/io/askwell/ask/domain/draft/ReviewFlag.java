package io.askwell.ask.domain.draft;

import io.askwell.ask.domain.customer.AskConsent;
import io.askwell.ask.domain.customer.Profile;
import java.util.EnumSet;
import java.util.List;

/** What the owner should look at before deciding. */
public enum ReviewFlag {
    HIGH_VALUE,
    SENSITIVE,
    PARTNER,
    CONSENT_UNCLEAR,
    PREVIOUS_DECLINE;

    /** @param declinedBefore whether the customer or their owner ever said no to an ask */
    public static List<ReviewFlag> of(Profile profile, boolean declinedBefore) {
        var flags = EnumSet.noneOf(ReviewFlag.class);
        if (profile.highValue()) {
            flags.add(HIGH_VALUE);
        }
        if (profile.sensitive()) {
            flags.add(SENSITIVE);
        }
        if (profile.partner()) {
            flags.add(PARTNER);
        }
        if (profile.askConsent() != AskConsent.GRANTED) {
            flags.add(CONSENT_UNCLEAR);
        }
        if (declinedBefore) {
            flags.add(PREVIOUS_DECLINE);
        }
        return List.copyOf(flags);
    }

    String advice() {
        return switch (this) {
            case HIGH_VALUE -> "a high-value account, make it personal";
            case SENSITIVE -> "a sensitive account, be discreet";
            case PARTNER -> "also a partner, mind the agreement";
            case CONSENT_UNCLEAR -> "consent to be asked is not on record";
            case PREVIOUS_DECLINE -> "an earlier ask was declined";
        };
    }
}
