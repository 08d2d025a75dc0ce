package io.askwell.reward.domain.rule;

import io.askwell.reward.domain.Attribution;
import io.askwell.reward.domain.Party;
import io.askwell.reward.domain.Reason;
import io.askwell.reward.domain.Reason.Code;
import io.askwell.reward.domain.Referral;
import io.askwell.reward.domain.ledger.Money;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

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
            Objections::unknownBasis,
            Objections::selfReferral,
            Objections::blocked,
            Objections::employee);

    private Objections() {}

    static List<Reason> to(WonReferral won) {
        return ALL.stream().flatMap(objection -> objection.to(won).stream()).toList();
    }

    private interface Objection {
        Optional<Reason> to(WonReferral won);
    }

    private static Optional<Reason> valueUnknown(WonReferral won) {
        return reasonIf(won.win().value() == null, Code.VALUE_UNKNOWN);
    }

    private static Optional<Reason> currencyNotCovered(WonReferral won) {
        return reasonIf(won.amounts().isEmpty(), Code.CURRENCY_NOT_COVERED);
    }

    private static Optional<Reason> belowMinimumValue(WonReferral won) {
        Money value = won.win().value();
        boolean tooLittle = value != null
                && won.amounts()
                        .map(Program.Amounts::minimumValue)
                        .filter(Predicate.not(value::covers))
                        .isPresent();
        return reasonIf(tooLittle, Code.BELOW_MINIMUM_VALUE);
    }

    private static Optional<Reason> refundedInFull(WonReferral won) {
        return reasonIf(won.win().isRefundedInFull(), Code.REFUNDED);
    }

    private static Optional<Reason> nobodyCredited(WonReferral won) {
        return switch (won.referral().attribution()) {
            case Attribution.Unclaimed _ -> Optional.of(Reason.of(Code.UNCLAIMED));
            case Attribution.Disputed _ -> Optional.of(Reason.of(Code.DISPUTED));
            case Attribution.Settled settled -> reasonIf(settled.referrer() == null, Code.NOBODY_CREDITED);
            case Attribution.Merged merged -> Optional.of(Reason.of(Code.MERGED, "referral/" + merged.into()));
            case Attribution.Attributed _ -> Optional.empty();
        };
    }

    /** What a person settled is beyond doubt. */
    private static Optional<Reason> confidenceTooLow(WonReferral won) {
        boolean doubtful = won.referral().attribution() instanceof Attribution.Attributed attributed
                && !attributed.confidence().isAtLeast(won.program().minimumConfidence());
        return reasonIf(doubtful, Code.CONFIDENCE_TOO_LOW);
    }

    private static Optional<Reason> openReview(WonReferral won) {
        return won.referral().openReviews().isEmpty()
                ? Optional.empty()
                : Optional.of(new Reason(Code.OPEN_REVIEW, won.referral().openReviews()));
    }

    private static Optional<Reason> unknownBasis(WonReferral won) {
        return reasonIf(!won.referral().basisKnown(), Code.UNKNOWN_BASIS);
    }

    private static Optional<Reason> selfReferral(WonReferral won) {
        return reasonIf(won.referral().flags().contains("self_referral"), Code.SELF_REFERRAL);
    }

    private static Optional<Reason> blocked(WonReferral won) {
        return reasonIf(won.referral().flags().contains("blocked"), Code.BLOCKED);
    }

    private static Optional<Reason> employee(WonReferral won) {
        Referral referral = won.referral();
        Program.Employees employees = won.program().employees();
        List<String> involved = Stream.concat(
                        referral.attribution().credited().stream()
                                .filter(referrer -> employees.include(referrer, won.referrerDomains())),
                        Stream.of(Party.leadOf(referral.referralId()))
                                .filter(lead -> employees.include(lead, won.leadDomains())))
                .map(Party::text)
                .toList();
        return involved.isEmpty() ? Optional.empty() : Optional.of(new Reason(Code.EMPLOYEE, involved));
    }

    private static Optional<Reason> reasonIf(boolean applies, Code code) {
        return applies ? Optional.of(Reason.of(code)) : Optional.empty();
    }
}
