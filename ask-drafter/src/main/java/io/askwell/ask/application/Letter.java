package io.askwell.ask.application;

import io.askwell.ask.domain.Ask;
import io.askwell.ask.domain.Proposal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier gets. Everything but the ids is personal.
 *
 * @param askId names the letter for ever: a second one with the same id would be the same letter
 * @param textHash of subject and body, as approved
 */
public record Letter(
        String askId,
        String customerId,
        @Nullable String ownerId,
        @Nullable String recipientName,
        String recipientEmail,
        String subject,
        String body,
        String textHash) {

    static Letter of(Ask ask) {
        Proposal proposal = ask.proposal();
        return new Letter(
                ask.id(),
                proposal.customerId(),
                proposal.ownerId(),
                proposal.recipientName(),
                Objects.requireNonNull(proposal.recipientEmail(), "No carrier gets a letter without an address"),
                ask.draft().subject(),
                ask.draft().body(),
                ask.draft().textHash());
    }
}
