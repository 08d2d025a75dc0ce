package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Attribution;
import io.askwell.reward.domain.Reason;
import io.askwell.reward.domain.Reason.Code;
import io.askwell.reward.domain.Referral;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What can speak against rewarding a won referral. All that apply are named, not only the first. */
final class Objections {

    private static final List<Objection> ALL = List.of(
            Objections::valueUnknown,
            Objections::currencyNotCovered,
            Objections::belowMinimumValue,
            Objections::refundedInFull,
            Objections::nobodyCredited,
            Objections::confidenceTooLow,
            Objections::openReview,
            Objections::unknownBasis);

    private Objections() {}

    static List<Reason> to(Referral referral, Referral.Win win, Program program) {
        return ALL.stream()
                .flatMap(objection -> objection.to(referral, win, program).stream())
                .toList();
    }

    private interface Objection {
        Optional<Reason> to(Referral referral, Referral.Win win, Program program);
    }

    private static Optional<Reason> valueUnknown(Referral referral, Referral.Win win, Program program) {
        return reasonIf(win.value() == null, Code.VALUE_UNKNOWN);
    }

    private static Optional<Reason> currencyNotCovered(Referral referral, Referral.Win win, Program program) {
        boolean uncovered =
                win.value() != null && program.amounts(win.value().currency()).isEmpty();
        return reasonIf(uncovered, Code.CURRENCY_NOT_COVERED);
    }

    private static Optional<Reason> belowMinimumValue(Referral referral, Referral.Win win, Program program) {
        boolean tooLittle = win.value() != null
                && program.amounts(win.value().currency())
                        .map(Program.Amounts::minimumValue)
                        .filter(Predicate.not(win.value()::covers))
                        .isPresent();
        return reasonIf(tooLittle, Code.BELOW_MINIMUM_VALUE);
    }

    private static Optional<Reason> refundedInFull(Referral referral, Referral.Win win, Program program) {
        return reasonIf(win.isRefundedInFull(), Code.REFUNDED);
    }

    private static Optional<Reason> nobodyCredited(Referral referral, Referral.Win win, Program program) {
        return switch (referral.attribution()) {
            case Attribution.Unclaimed _ -> Optional.of(Reason.of(Code.UNCLAIMED));
            case Attribution.Disputed _ -> Optional.of(Reason.of(Code.DISPUTED));
            case Attribution.Settled settled -> reasonIf(settled.referrer() == null, Code.NOBODY_CREDITED);
            case Attribution.Merged merged -> Optional.of(Reason.of(Code.MERGED, "referral/" + merged.into()));
            case Attribution.Attributed _ -> Optional.empty();
        };
    }

    /** What a person settled is beyond doubt. */
    private static Optional<Reason> confidenceTooLow(Referral referral, Referral.Win win, Program program) {
        boolean doubtful = referral.attribution() instanceof Attribution.Attributed attributed
                && !attributed.confidence().isAtLeast(program.minimumConfidence());
        return reasonIf(doubtful, Code.CONFIDENCE_TOO_LOW);
    }

    private static Optional<Reason> openReview(Referral referral, Referral.Win win, Program program) {
        return referral.openReviews().isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(Code.OPEN_REVIEW, referral.openReviews()));
    }

    private static Optional<Reason> unknownBasis(Referral referral, Referral.Win win, Program program) {
        return reasonIf(!referral.basisKnown(), Code.UNKNOWN_BASIS);
    }

    private static Optional<Reason> reasonIf(boolean applies, Code code) {
        return applies ? Optional.of(Reason.of(code)) : Optional.empty();
    }
}
