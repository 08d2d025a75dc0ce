package io.askwell.attribution.domain;

import java.util.Optional;

/** Some refund is in another currency than the deal, so that it is not part of the refunded sum. */
final class RefundInOtherCurrency implements FlagRule {

    @Override
    public Optional<Flagged> raise(FlagCase theCase) {
        return theCase.progress().refundedInOtherCurrency()
                ? Optional.of(new Flagged(
                        Flag.REFUND_IN_OTHER_CURRENCY,
                        "A refund is in another currency than the deal and was not set against it.",
                        FlagRule.refs(theCase.reports().stream()
                                .filter(report -> report.stage() == Stage.REFUNDED)
                                .toList())))
                : Optional.empty();
    }
}
