package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.draft.Composer;
import io.askwell.ask.domain.draft.ContextSummary;
import io.askwell.ask.domain.draft.DraftLint;
import io.askwell.ask.domain.draft.LintFinding;
import io.askwell.ask.domain.draft.ReviewFlag;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Turns an opportunity into an ask that waits for its owner. */
final class Proposals {

    private final AskPolicy policy;
    private final DraftLint lint;

    Proposals(AskPolicy policy) {
        this.policy = policy;
        this.lint = new DraftLint(policy.mostDraftWords());
    }

    Pending open(Customer customer, Trigger trigger, String askId, Instant now) {
        Assessment assessment = Objects.requireNonNull(customer.assessment(), "Nothing is opened before an assessment");
        Profile profile = assessment.profile();
        List<ReviewFlag> flags = ReviewFlag.of(profile, customer.wasDeclinedBefore());
        Composer.Composition composition = Composer.compose(customer.customerId(), assessment, trigger);
        List<LintFinding> findings = lint.findings(composition.draft());
        if (!findings.isEmpty()) {
            throw new IllegalStateException(
                    "Our own wording breaks our own rule " + findings.getFirst().rule());
        }
        var proposal = new Proposal(
                askId,
                customer.customerId(),
                profile.ownerId(),
                Mode.of(assessment.decision()),
                trigger,
                profile.channel(),
                now,
                recommendedAt(profile, trigger, now),
                assessment.lastConcernAt(),
                assessment.coveredThrough(),
                ContextSummary.of(customer.customerId(), assessment, trigger, flags, customer.askedAt()),
                composition.evidence(),
                flags,
                profile.contactName(),
                profile.email(),
                assessment.correlationId(),
                assessment.eventId(),
                policy.stamp());
        return new Pending(proposal, composition.draft(), now, trigger.closesAt(), null);
    }

    /** A slot after the window has closed is no advice; then the best moment is this one. */
    private Instant recommendedAt(Profile profile, Trigger trigger, Instant now) {
        Instant slot = policy.workingHours().nextAt(now, profile.zone());
        return trigger.isOpen(slot) ? slot : now;
    }
}
