package io.askwell.readiness.http;

import io.askwell.readiness.application.ReadReadiness.Answer.Known;
import io.askwell.readiness.application.StampedPolicy;
import io.askwell.readiness.domain.rule.Concern;
import io.askwell.readiness.domain.rule.Reason;
import io.askwell.readiness.domain.rule.Trigger;
import io.askwell.readiness.domain.signal.Fact;
import io.askwell.readiness.domain.signal.SignalId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An assessment as the public contract shows it. Evidence names signals as source/id. */
record ReadinessView(
        String customerId,
        String decision,
        int score,
        String band,
        List<ContributionView> contributions,
        List<ConcernView> concerns,
        @Nullable TriggerView trigger,
        List<TriggerView> openTriggers,
        List<ReasonView> reasons,
        @Schema(description = "0 to 100 with one decimal") BigDecimal advocateScore,

        @Schema(description = "Null while some customers are out of reach, so that it cannot be told") @Nullable
        Boolean priorityAdvocate,

        String policy,

        @Schema(description = "Lower-case hexadecimal SHA-256 of the policy file")
        String policyHash,

        Instant assessedAt,

        @Schema(description = "When time alone may next change this; null when it never will") @Nullable
        Instant nextChangeAt) {

    record ContributionView(String rule, int points, List<String> evidence) {}

    record ConcernView(String kind, Instant since, @Nullable Instant until, List<String> evidence) {}

    record TriggerView(String kind, Instant at, Instant closesAt, List<String> evidence) {}

    record ReasonView(
            String code,
            List<String> evidence,

            @Schema(description = "The kinds of signal that can end it; empty when only time can")
            List<String> endedBy,

            @Schema(description = "When it ends by itself; null when it does not") @Nullable
            Instant endsAt,

            @Schema(description = "How many more points would end it; null where points do not matter") @Nullable
            Integer missingPoints) {}

    static ReadinessView of(String customerId, Known known, StampedPolicy policy) {
        var assessed = known.assessed();
        var assessment = assessed.assessment();
        return new ReadinessView(
                customerId,
                word(assessment.decision()),
                assessment.score(),
                word(assessment.band()),
                assessment.contributions().stream()
                        .map(earned ->
                                new ContributionView(earned.rule(), earned.points(), references(earned.evidence())))
                        .toList(),
                assessment.concerns().stream().map(ReadinessView::concern).toList(),
                assessment.trigger().map(ReadinessView::trigger).orElse(null),
                assessment.openTriggers().stream().map(ReadinessView::trigger).toList(),
                assessment.reasons().stream().map(ReadinessView::reason).toList(),
                known.advocateScore().toDecimal(),
                known.isPriorityAdvocate(),
                policy.version(),
                policy.hash(),
                assessed.at(),
                assessed.nextChangeAt());
    }

    private static ConcernView concern(Concern concern) {
        return new ConcernView(word(concern.kind()), concern.since(), concern.until(), references(concern.evidence()));
    }

    private static TriggerView trigger(Trigger trigger) {
        return new TriggerView(
                word(trigger.kind()), trigger.at(), trigger.closesAt(), references(List.of(trigger.evidence())));
    }

    private static ReasonView reason(Reason reason) {
        return new ReasonView(
                reason.code(),
                references(reason.evidence()),
                reason.endedBy().stream().map(Fact::word).toList(),
                reason.endsAt(),
                reason.missingPoints() == 0 ? null : reason.missingPoints());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static List<String> references(List<SignalId> evidence) {
        return evidence.stream().map(SignalId::reference).toList();
    }
}
