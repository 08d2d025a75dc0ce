package io.askwell.reward.domain;

import java.util.List;

/**
 * Why a reward is not eligible, rejected or voided.
 *
 * @param evidence what it rests on, for example the open reviews; may be empty
 */
public record Reason(Code code, List<String> evidence) {

    public enum Code {
        VALUE_UNKNOWN,
        CURRENCY_NOT_COVERED,
        BELOW_MINIMUM_VALUE,
        UNCLAIMED,
        DISPUTED,
        NOBODY_CREDITED,
        CONFIDENCE_TOO_LOW,
        OPEN_REVIEW,
        UNKNOWN_BASIS,
        SELF_REFERRAL,
        BLOCKED,
        /** Referrer or lead works for the company, as the program's own list says. */
        EMPLOYEE,
        /** The referrer's rewards of the year have used the cap up. */
        CAP_REACHED,
        /** What is left of the program's budget of the quarter is less than the reward. */
        BUDGET_EXHAUSTED,
        REFUNDED,
        REATTRIBUTED,
        /** The referral lives on in another one. */
        MERGED,
        /** What was won belongs to another referral, since a merge was taken back. */
        NOT_WON,
        REJECTED;

        /** Whether a proposed or approved reward ends over this instead of waiting for better news. */
        boolean ends() {
            return switch (this) {
                case NOBODY_CREDITED, REFUNDED, REATTRIBUTED, MERGED, NOT_WON -> true;
                case VALUE_UNKNOWN,
                        CURRENCY_NOT_COVERED,
                        BELOW_MINIMUM_VALUE,
                        UNCLAIMED,
                        DISPUTED,
                        CONFIDENCE_TOO_LOW,
                        OPEN_REVIEW,
                        UNKNOWN_BASIS,
                        SELF_REFERRAL,
                        BLOCKED,
                        EMPLOYEE,
                        CAP_REACHED,
                        BUDGET_EXHAUSTED,
                        REJECTED -> false;
            };
        }

        /** Whether it speaks against proposing a reward only, and not against one that is proposed. */
        boolean isSettledAtProposal() {
            return this == CAP_REACHED || this == BUDGET_EXHAUSTED;
        }
    }

    public Reason {
        evidence = List.copyOf(evidence);
    }

    public static Reason of(Code code, String... evidence) {
        return new Reason(code, List.of(evidence));
    }
}
