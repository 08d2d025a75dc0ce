package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.AskStep.Kind;
import io.askwell.ask.domain.DecisionResult.Decided;
import io.askwell.ask.domain.DecisionResult.NoLongerAllowed;
import io.askwell.ask.domain.DecisionResult.NoSuchAsk;
import io.askwell.ask.domain.DecisionResult.NotPending;
import io.askwell.ask.domain.DecisionResult.NotTheirs;
import io.askwell.ask.domain.DecisionResult.StaleDraft;
import io.askwell.ask.domain.DecisionResult.TextRefused;
import io.askwell.ask.domain.DecisionResult.UntilIsPast;
import io.askwell.ask.domain.DecisionResult.UntilIsTooFar;
import io.askwell.ask.domain.OwnerCommand.Approve;
import io.askwell.ask.domain.OwnerCommand.Decline;
import io.askwell.ask.domain.OwnerCommand.Defer;
import io.askwell.ask.domain.OwnerCommand.Redraft;
import io.askwell.ask.domain.PersonDecision.Verdict;
import io.askwell.ask.domain.customer.Reason;
import io.askwell.ask.domain.draft.lint.DraftLint;
import io.askwell.ask.domain.draft.lint.LintFinding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what comes of a person's decision. Nothing is released here: an approved ask waits for the release fence. */
public final class OwnerDecisions {

    private final Objections objections;
    private final DraftLint lint;
    private final Redrafts redrafts;
    private final Duration longestDeferral;

    public OwnerDecisions(AskPolicy policy) {
        this.objections = new Objections(policy);
        this.lint = new DraftLint(policy.textLimits());
        this.redrafts = new Redrafts(policy);
        this.longestDeferral = policy.longestDeferral();
    }

    public DecisionResult decide(Customer customer, String askId, OwnerCommand command, Instant now) {
        Optional<Ask> found = customer.ask(askId);
        if (found.isEmpty()) {
            return new NoSuchAsk();
        }
        Ask ask = found.get();
        if (!Authority.mayDecide(command.by(), ask)) {
            return new NotTheirs();
        }
        if (!(ask instanceof Pending pending)) {
            return new NotPending(ask);
        }
        if (command.draftVersion() != pending.draft().version()) {
            return new StaleDraft(pending.draft().version());
        }
        List<Objection> against = against(customer, pending, command, now);
        if (!against.isEmpty()) {
            return new NoLongerAllowed(against);
        }
        return switch (command) {
            case Approve approve -> approve(pending, approve, now);
            case Defer defer -> defer(pending, defer, now);
            case Decline decline -> decline(pending, decline, now);
            case Redraft redraft -> redrafts.redraft(customer, pending, redraft, now);
        };
    }

    /** An ask that is over by the clock cannot be put off or declined either; only an approval needs all rules content. */
    private List<Objection> against(Customer customer, Pending pending, OwnerCommand command, Instant now) {
        var against = new ArrayList<Objection>();
        if (!now.isBefore(pending.expiresAt())) {
            against.add(Objection.of(Reason.of("window_closed")));
        }
        if (command instanceof Approve) {
            against.addAll(objections.toContinuing(customer, pending, now));
        }
        return against;
    }

    private DecisionResult approve(Pending pending, Approve command, Instant now) {
        Pending edited = edit(pending, command);
        List<LintFinding> findings =
                lint.findings(edited.draft(), edited.proposal().recipient());
        if (!findings.isEmpty()) {
            return new TextRefused(findings);
        }
        var steps = new ArrayList<AskStep>();
        if (!edited.equals(pending)) {
            steps.add(new AskStep(Kind.EDITED, edited, now));
        }
        var decision = new PersonDecision(command.by(), Verdict.APPROVE, command.reason(), null, now);
        steps.add(new AskStep(Kind.APPROVED, edited.approve(decision), now));
        return new Decided(steps);
    }

    private static Pending edit(Pending pending, Approve command) {
        String subject = command.subject() == null ? pending.draft().subject() : command.subject();
        String body = command.body() == null ? pending.draft().body() : command.body();
        return pending.draft().says(subject, body) ? pending : pending.edit(subject, body, command.by());
    }

    private DecisionResult defer(Pending pending, Defer command, Instant now) {
        if (!command.until().isAfter(now)) {
            return new UntilIsPast();
        }
        Instant latest = now.plus(longestDeferral);
        if (command.until().isAfter(latest)) {
            return new UntilIsTooFar(latest);
        }
        var decision = new PersonDecision(command.by(), Verdict.DEFER, command.reason(), command.until(), now);
        return new Decided(List.of(new AskStep(Kind.DEFERRED, pending.defer(decision, command.until()), now)));
    }

    private static DecisionResult decline(Pending pending, Decline command, Instant now) {
        var decision = new PersonDecision(command.by(), Verdict.DECLINE, command.reason(), null, now);
        return new Decided(List.of(new AskStep(Kind.DECLINED, pending.decline(decision), now)));
    }
}
