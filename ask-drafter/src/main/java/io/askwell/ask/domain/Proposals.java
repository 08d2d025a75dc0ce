package io.askwell.ask.domain;

import io.askwell.ask.domain.Ask.Pending;
import io.askwell.ask.domain.customer.Assessment;
import io.askwell.ask.domain.customer.Profile;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.draft.Holidays;
import io.askwell.ask.domain.draft.ReviewFlag;
import io.askwell.ask.domain.draft.SendingTimes;
import io.askwell.ask.domain.draft.SendingTimes.Advice;
import io.askwell.ask.domain.draft.wording.Composer.Composition;
import io.askwell.ask.domain.draft.wording.ContextSummary;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Turns an opportunity into an ask that waits for its owner. */
final class Proposals {

    private final AskPolicy policy;
    private final DraftWriter writer;
    private final SendingTimes times;
    private final ContextSummary summary;

    Proposals(AskPolicy policy, Holidays holidays) {
        this.policy = policy;
        this.writer = new DraftWriter(policy);
        this.times =
                new SendingTimes(policy.drafts().workingHours(), policy.drafts().emailSlot(), holidays);
        this.summary = new ContextSummary(policy.drafts());
    }

    Pending open(Customer customer, Trigger trigger, String askId, Instant now) {
        Assessment assessment = Objects.requireNonNull(customer.assessment(), "Nothing is opened before an assessment");
        Profile profile = assessment.profile();
        Composition composition = writer.firstDraft(customer.customerId(), assessment, trigger);
        Advice sending = times.advise(profile, now, trigger.closesAt());
        List<ReviewFlag> flags = ReviewFlag.of(
                profile, trigger, composition.draft().template(), sending.windowCloses(), customer.wasDeclinedBefore());
        var proposal = new Proposal(
                askId,
                customer.customerId(),
                profile.ownerId(),
                Mode.of(assessment.decision()),
                trigger,
                profile.channel(),
                now,
                sending.at(),
                assessment.lastConcernAt(),
                assessment.coveredThrough(),
                summary.of(customer.customerId(), assessment, trigger, flags, PastAsks.of(customer)),
                composition.evidence(),
                flags,
                profile.contactName(),
                profile.email(),
                assessment.correlationId(),
                assessment.eventId(),
                policy.stamp());
        return new Pending(proposal, composition.draft(), now, trigger.closesAt(), null);
    }
}
