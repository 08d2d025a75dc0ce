package io.askwell.ask.http;

import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.DecisionResult;
import io.askwell.ask.domain.Objection;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.draft.LintFinding;
import io.askwell.transport.http.Refusal;
import io.askwell.transport.http.Refusal.Violation;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/** What the caller is told when the answer is no. */
final class Refusals {

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
            case DecisionResult.UntilIsPast _ -> throw Refusal.unprocessable("/until", "must be ahead of now");
        }
    }

    private static String whatHappened(Ask ask) {
        return switch (ask) {
            case Ask.Pending _ -> "pending";
            case Ask.Approved approved ->
                "approved by " + approved.decision().by().id();
            case Ask.Deferred deferred ->
                "deferred by " + deferred.decision().by().id() + " until " + deferred.until();
            case Ask.Declined declined ->
                "declined by " + declined.decision().by().id();
            case Ask.Withdrawn withdrawn -> "withdrawn: " + codes(withdrawn.reasons());
            case Ask.Expired expired -> "expired: " + codes(expired.reasons());
            case Ask.Released released ->
                "released, approved by " + released.decision().by().id();
            case Ask.Answered _ -> "answered";
        };
    }

    private static Refusal notAllowed(List<Objection> objections) {
        List<Reason> reasons = objections.stream().map(Objection::reason).toList();
        return new Refusal(
                HttpStatus.CONFLICT,
                "ask_not_allowed",
                "The ask is no longer allowed: " + codes(reasons),
                objections.stream()
                        .map(objection -> new Violation("/decision", objection.code()))
                        .toList());
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
