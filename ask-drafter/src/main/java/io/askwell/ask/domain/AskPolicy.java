package io.askwell.ask.domain;

import io.askwell.ask.domain.draft.DraftPolicy;
import io.askwell.ask.domain.draft.lint.TextLimits;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * The numbers of the rules.
 *
 * @param coolDown after a release or an ask made by hand
 * @param coolDownAfterPoliteNo after the customer said no
 * @param returnedAskOpenFor how long an ask stays open once it has returned from deferral
 * @param longestDeferral from the decision on, included
 * @param controlShare of the customers who are never asked, from 0 to 1, both included
 * @param textLimits of what goes to the customer
 */
public record AskPolicy(
        PolicyStamp stamp,
        Duration coolDown,
        Duration coolDownAfterPoliteNo,
        Duration returnedAskOpenFor,
        Duration longestDeferral,
        BigDecimal controlShare,
        TextLimits textLimits,
        DraftPolicy drafts) {

    /** The window in which the customer's own limit counts. */
    static final Duration QUARTER = Duration.ofDays(90);

    public AskPolicy {
        requirePositive("coolDown", coolDown);
        requirePositive("returnedAskOpenFor", returnedAskOpenFor);
        requirePositive("longestDeferral", longestDeferral);
        if (controlShare.signum() < 0 || controlShare.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("controlShare must be between 0 and 1");
        }
        if (coolDownAfterPoliteNo.compareTo(coolDown) < 0) {
            throw new IllegalArgumentException("coolDownAfterPoliteNo must not be shorter than coolDown");
        }
    }

    private static void requirePositive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException(name + " must be longer than nothing");
        }
    }
}
