package io.askwell.ask.domain;

import io.askwell.ask.domain.customer.Assessment.SignalPosition;
import io.askwell.ask.domain.customer.Channel;
import io.askwell.ask.domain.customer.Trigger;
import io.askwell.ask.domain.draft.ReviewFlag;
import io.askwell.ask.domain.draft.Template;
import io.askwell.ask.domain.draft.lint.Recipient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was proposed when the ask was opened. Later the owner may change, when the account gets another one, and, with a draft
 * from another template, the evidence and the flags.
 *
 * @param concernsKnownThrough the acceptance of the latest concern that was known then; a later one recalls the ask
 * @param coveredThrough how far on the log what was known then reached; a later revision of the evidence is news to the draft;
 *     null when the scorer did not say
 * @param evidence the signals that the draft rests on, as {@code source/id}
 * @param recipientName personal, as are {@code recipientEmail} and {@code contextSummary}
 */
public record Proposal(
        String askId,
        String customerId,
        @Nullable String ownerId,
        Mode mode,
        Trigger trigger,
        Channel channel,
        Instant openedAt,
        Instant recommendedAt,
        @Nullable Instant concernsKnownThrough,
        @Nullable SignalPosition coveredThrough,
        String contextSummary,
        List<String> evidence,
        List<ReviewFlag> reviewFlags,
        @Nullable String recipientName,
        @Nullable String recipientEmail,
        String correlationId,
        String causationId,
        PolicyStamp policy) {

    public Proposal {
        evidence = List.copyOf(evidence);
        reviewFlags = List.copyOf(reviewFlags);
    }

    /** To whom the text goes, for the rules of our texts. */
    Recipient recipient() {
        return Recipient.of(channel, ownerId, recipientName, recipientEmail);
    }

    Proposal ownedBy(@Nullable String owner) {
        return new Proposal(
                askId,
                customerId,
                owner,
                mode,
                trigger,
                channel,
                openedAt,
                recommendedAt,
                concernsKnownThrough,
                coveredThrough,
                contextSummary,
                evidence,
                reviewFlags,
                recipientName,
                recipientEmail,
                correlationId,
                causationId,
                policy);
    }

    /** @param known the last signal that the assessment knows from which the draft was written anew */
    Proposal restingOn(List<String> newEvidence, @Nullable SignalPosition known, Template template) {
        return new Proposal(
                askId,
                customerId,
                ownerId,
                mode,
                trigger,
                channel,
                openedAt,
                recommendedAt,
                concernsKnownThrough,
                known,
                contextSummary,
                newEvidence,
                ReviewFlag.withTemplate(reviewFlags, template),
                recipientName,
                recipientEmail,
                correlationId,
                causationId,
                policy);
    }
}
