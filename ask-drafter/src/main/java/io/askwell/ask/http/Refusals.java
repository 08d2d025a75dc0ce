package io.askwell.ask.http;

import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.DecisionResult;
import io.askwell.ask.domain.DeliverySettlement;
import io.askwell.ask.domain.Objection;
import io.askwell.ask.domain.PersonDecision;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.draft.lint.LintFinding;
import io.askwell.transport.http.Refusal;
import io.askwell.transport.http.Refusal.Violation;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** What the caller is told when the answer is no. */
final class Refusals {

    /** The draft stays as it is, so an assessment anew does not help. */
    private static final Set<String> FOR_GOOD = Set.of("evidence_retracted", "evidence_revised");

    private Refusals() {}

    static Refusal noSuchAsk() {
        return Refusal.notFound("No such ask");
    }

    static Refusal noSuchCustomer() {
        return Refusal.notFound("Nothing is known of this customer");
    }

    static Refusal ofAnotherOwner() {
        return Refusal.forbidden("This customer has another owner");
    }

    static void throwUnlessDecided(DecisionResult result) {
        switch (result) {
            case DecisionResult.Decided _ -> {}
            case DecisionResult.NoSuchAsk _ -> throw noSuchAsk();
            case DecisionResult.NotTheirs _ -> throw ofAnotherOwner();
            case DecisionResult.NotPending notPending ->
                throw Refusal.conflict("ask_not_pending", "The ask is " + whatHappened(notPending.ask()));
            case DecisionResult.StaleDraft stale ->
                throw Refusal.conflict(
                        "stale_draft_version", "The draft has changed: its version is " + stale.currentVersion());
            case DecisionResult.NoLongerAllowed notAllowed -> throw notAllowed(notAllowed.objections());
            case DecisionResult.TextRefused refused -> throw textRefused(refused.findings());
            case DecisionResult.UntilIsTooFar tooFar ->
                throw Refusal.unprocessable("/until", "must not be later than " + tooFar.latest());
            case DecisionResult.TemplateRefused refused ->
                throw Refusal.unprocessable("/" + refused.part(), refused.why());
            case DecisionResult.UntilIsPast _ -> throw Refusal.unprocessable("/until", "must be ahead of now");
        }
    }

    static void throwUnlessSettled(DeliverySettlement.Result result) {
        switch (result) {
            case DeliverySettlement.Result.Settled _ -> {}
            case DeliverySettlement.Result.NoSuchAsk _ -> throw noSuchAsk();
            case DeliverySettlement.Result.NotTheirs _ -> throw ofAnotherOwner();
            case DeliverySettlement.Result.NotUnknown notUnknown -> throw notUnknown(notUnknown.ask());
        }
    }

    private static Refusal notUnknown(Ask ask) {
        DeliveryView delivery = DeliveryView.of(ask);
        String state = delivery == null
                ? "The ask is not released: it is " + whatHappened(ask)
                : "Its delivery is "
                        + Objects.requireNonNullElse(delivery.outcome(), "under way by " + delivery.method());
        return Refusal.conflict("delivery_not_unknown", state);
    }

    private static String whatHappened(Ask ask) {
        return switch (ask) {
            case Ask.Pending _ -> "pending";
            case Ask.Approved approved -> "approved " + byAndAt(approved.decision());
            case Ask.Deferred deferred -> "deferred " + byAndAt(deferred.decision()) + " until " + deferred.until();
            case Ask.Declined declined -> "declined " + byAndAt(declined.decision());
            case Ask.Withdrawn withdrawn -> "withdrawn at " + withdrawn.at() + ": " + codes(withdrawn.reasons());
            case Ask.Expired expired -> "expired at " + expired.at() + ": " + codes(expired.reasons());
            case Ask.Released released ->
                "released at " + released.releasedAt() + ", approved " + byAndAt(released.decision());
            case Ask.Answered answered ->
                "answered at " + answered.answeredAt() + ", approved " + byAndAt(answered.decision());
        };
    }

    private static String byAndAt(PersonDecision decision) {
        return "by " + decision.by().id() + " at " + decision.at();
    }

    private static Refusal notAllowed(List<Objection> objections) {
        List<Reason> reasons = objections.stream().map(Objection::reason).toList();
        return new Refusal(
                HttpStatus.CONFLICT,
                "ask_not_allowed",
                "The ask is no longer allowed: " + codes(reasons),
                objections.stream()
                        .map(objection -> new Violation("/decision", explain(objection)))
                        .toList());
    }

    /** The code, what it rests on and when it ends; and what there is to do where waiting does not help. */
    private static String explain(Objection objection) {
        var words = new StringBuilder(objection.code());
        if (objection.until() != null) {
            words.append(", until ").append(objection.until());
        }
        if (!objection.evidence().isEmpty()) {
            words.append(", because of ").append(String.join(", ", objection.evidence()));
        }
        if (FOR_GOOD.contains(objection.code())) {
            words.append("; the draft cites what no longer stands, so decline the ask or let it expire");
        }
        return words.toString();
    }

    private static Refusal textRefused(List<LintFinding> findings) {
        return Refusal.unprocessable(findings.stream()
                .map(finding -> new Violation("/" + finding.part(), finding.rule() + ": " + finding.words()))
                .toList());
    }

    private static String codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).collect(Collectors.joining(", "));
    }
}
